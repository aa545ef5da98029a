import type { Strings } from './strings.ts';

const photos = (count: number): string => `${count} llun`;

/** Beth sy’n aros am berson. */
export const homeCy: Pick<Strings, 'home'> = {
  home: {
    intro: (name) => `Helo, ${name}. Dyma sy’n aros amdanoch heddiw.`,
    upload: 'Lanlwytho lluniau',
    atLeast: (count) => `${count} neu fwy`,
    batches: 'Fy sypiau',
    batchesChecking: (count) => `${photos(count)} yn cael eu gwirio`,
    batchesWaiting: (count) => `${photos(count)} yn aros am gymedrolwr`,
    batchesReady: (count) => `${photos(count)} yn barod i’w casglu`,
    batchesOpen: (count) => `${count} swp ar agor o hyd`,
    batchesNone: 'Nid oes dim o’ch eiddo’n aros.',
    batchesLink: 'Gweld fy sypiau',
    review: 'Adolygu',
    reviewCount: (count) => `${count} yn aros am benderfyniad`,
    reviewNone: 'Nid oes llun yn aros am benderfyniad.',
    lineUps: (count) => `${photos(count)} â rhes i’w hateb`,
    reviewLink: 'Agor y ciw',
    takedowns: 'I’w tynnu i lawr',
    takedownsOpen: (count) => `${count} i’w gwneud`,
    takedownsOverdue: (count) => `${count} yn hwyr`,
    takedownsNone: 'Nid oes dim i’w dynnu i lawr.',
    takedownsLink: 'Gweld y tasgau',
    looks: (count) => `${photos(count)} i edrych arnynt eto`,
    register: 'Rhestr disgyblion',
    registerFresh: (ago) => `Gwiriwyd ${ago}.`,
    registerNever: 'Ni chafodd ei mewnforio erioed. Ni ryddheir dim hyd nes y gwneir hynny.',
    registerRestored:
      'Daw o gopi wrth gefn. Ni ryddheir dim nes bod yr hyn a gofnodwyd wedyn yno eto a’r rhestr wedi’i chadarnhau.',
    registerStale: (days) => `Mae’n hŷn na ${days} diwrnod. Ni ryddheir dim hyd nes ei mewnforio neu ei chadarnhau.`,
    registerLink: 'Ei mewnforio neu ei chadarnhau',
    adults: 'Disgyblion 18 oed',
    adultsCount: (count) => `${count} disgybl i ofyn iddynt eu hunain`,
    adultsLink: 'Gweld pwy',
    setUp: 'Sefydlu',
    setUpNone: 'Mae’r sefydlu’n gyflawn.',
    setUpLink: 'Mynd i weinyddu',
    quarantine: 'Cwarantin',
    quarantineCount: (count) => `${photos(count)} i chi’n unig`,
    quarantineNone: 'Nid oes dim mewn cwarantin.',
    quarantineLink: 'Agor diogelu',
  },
};
