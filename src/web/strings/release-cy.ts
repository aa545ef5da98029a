import type { Strings } from './strings.ts';

const photos = (count: number): string => `${count} llun`;

/** Casglu’r hyn a gaiff adael, a dweud i ble yr aeth. */
export const releaseCy: Pick<Strings, 'collect'> = {
  collect: {
    title: (channel) => `Casglu ar gyfer ${channel}`,
    intro: (batch) => `Y lluniau yn “${batch}” a gaiff fynd yno, wedi’u paratoi a heb ddata cudd.`,
    back: 'Yn ôl i’r swp',
    steps: 'Beth i’w wneud',
    stale: 'Mae’r rhestr disgyblion yn rhy hen',
    staleHelp:
      'Efallai fod disgyblion wedi ymuno, gadael neu dynnu’n ôl ers hynny, felly ni ryddheir dim. Gofynnwch i’r swyddfa fewnforio’r rhestr neu gadarnhau ei bod yn gywir; yna llwythwch y dudalen hon eto.',
    closed: 'Nid yw’r sianel hon ar agor',
    closedHelp: 'Ni ryddheir dim iddi. Gofynnwch i weinyddwr pa sianel i’w defnyddio, ac agorwch swp ar gyfer honno.',
    prepareTitle: '1. Paratoi',
    nothingReady: 'Nid oes llun yn aros i’w baratoi.',
    ready: (count) =>
      `Gellir paratoi ${photos(count)}. Caiff pob un ei farnu unwaith eto gyda chaniatâd heddiw yn gyntaf.`,
    prepare: (count) => `Paratoi ${photos(count)}`,
    preparing: 'Yn cael ei baratoi',
    preparingCount: (count) => `${photos(count)} yn cael eu paratoi`,
    prepared: (count) => `${photos(count)} yn cael eu paratoi. Maent yn ymddangos yma fesul un.`,
    fellBack: (count) =>
      `Ni phasiodd ${photos(count)} y gwiriad olaf, gan fod caniatâd wedi newid. Mae cymedrolwr yn edrych eto.`,
    downloadTitle: '2. Lawrlwytho',
    download: (count) => `Lawrlwytho ${photos(count)} (ZIP)`,
    downloadHelp:
      'Mae’r ZIP yn dal y lluniau a rhestr ohonynt. Defnyddiwch yr union ffeiliau hyn; mae data cudd yn y rhai gwreiddiol.',
    downloadPart: (ready, all) =>
      `Mae eraill yn dal i gael eu paratoi: o’i lawrlwytho nawr, mae’n dal ${ready} o ${all}. Arhoswch nes eu bod i gyd yno, neu lawrlwythwch eto’n hwyrach.`,
    nothingPrepared: 'Nid oes dim wedi’i baratoi eto.',
    postTitle: '3. Cyhoeddi, yna dweud ble',
    postHelp:
      'Cyhoeddwch y lluniau fel arfer. Yna rhowch y cyfeiriad yma, fel y gellir eu tynnu i lawr pan ddaw caniatâd i ben.',
    copyAll: 'Copïo pob capsiwn a thestun amgen',
    copyCaption: 'Copïo’r capsiwn',
    copyAltText: 'Copïo’r testun amgen',
    markAll: 'Nodi bod y cwbl wedi’u postio',
    mark: 'Nodi ei fod wedi’i bostio',
    addPlace: 'Ychwanegu cyfeiriad',
    markTitle: (count) => `I ble yr aeth ${photos(count)}?`,
    url: 'Cyfeiriad y neges',
    urlHelp: 'Yn dechrau â https://. Ar gyfer neges â sawl llun, cyfeiriad y neges.',
    postedOn: 'Diwrnod y postio',
    posted: (count) => `Nodwyd bod ${photos(count)} wedi’u postio.`,
    postedAt: (day) => `Postiwyd ar ${day}`,
    elsewhere: (host, account) =>
      `Mae’r cyfeiriad hwn ar ${host}, ond mae cyfrif y sianel hon ar ${account}. Gwiriwch mai hon yw’r neges gywir. Os felly, cadwch eto.`,
    namesPupil: (part) =>
      `Ymddengys fod “${part}” yn y cyfeiriad hwn yn enwi disgybl. Mae enw a llun gyda’i gilydd yn dweud wrth ddieithriaid pwy yw plentyn. Oni bai y ceir ei enwi yno, newidiwch gyfeiriad y postiad yn gyntaf. Os yw’r llun yno beth bynnag, cadwch ef eto.`,
    retract: 'Cyfeiriad anghywir',
    retractTitle: 'A gofnodwyd y cyfeiriad hwn drwy gamgymeriad?',
    retractAll: (count) => `Mae wrth ${photos(count)} yma, ac fe’i tynnir oddi ar bob un.`,
    retractHelp:
      'Mae’n aros ar gof fel camgymeriad, ac nid oes neb yn edrych yno pan fydd rhaid tynnu’r llun i lawr. Os yw’r llun yno, gadewch y cyfeiriad.',
    retracted: 'Tynnwyd y cyfeiriad. Os cafodd y llun ei bostio, dywedwch ble mae.',
    released: 'Yn barod i’w cyhoeddi',
    not: 'Nid ar gyfer y sianel hon',
    notHelp: 'Mae’r rhain yn aros allan o’r ZIP. Peidiwch â’u cyhoeddi mewn ffordd arall.',
    allIn: 'Caiff pob llun yn y swp fynd yno.',
    why: {
      received: 'Mae’n aros i’w wirio.',
      screening: 'Mae’n cael ei wirio.',
      flagged: 'Mae’n aros am gymedrolwr.',
      rejected: 'Ni ellir ei ddefnyddio.',
      released:
        'Mae allan ar sianel arall ac ni chaiff fynd i hon fel y mae. Os oes rhaid, lanlwythwch ef eto ar gyfer y sianel hon yn unig.',
      'taken-down': 'Rhaid peidio â’i ddangos mwyach. Gweler “I’w tynnu i lawr”.',
      other: 'Ni ellir ei gasglu fel y mae nawr.',
    },
    photo: (position) => `Llun ${position}`,
    caption: 'Capsiwn',
    altText: 'Testun amgen',
    noWords: 'dim',
  },
};
