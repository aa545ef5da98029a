import type { NoticeWords } from './notice-facts.ts';

/** Yr hysbysiad preifatrwydd i rieni, o’r gosodiadau sydd mewn grym. */
export const parentsCy: NoticeWords['parents'] = (facts, { day, list }) => {
  const { school, policy, isMatchingOn, channels, today } = facts;
  const { handling } = policy;
  return {
    title: `Lluniau o ddisgyblion: hysbysiad preifatrwydd ${school.name}`,
    sections: [
      {
        heading: 'Pwy sy’n gyfrifol',
        blocks: [
          `${school.name} sy’n penderfynu pam a sut y defnyddir lluniau o ddisgyblion. Mae’r gwiriadau a ddisgrifir yma yn rhedeg ar beiriant yr ysgol ei hun; nid oes llun nac wyneb yn ei adael i gael ei wirio.`,
          `Cwestiynau am ddiogelu data: ${school.dataProtectionContact ?? '[cyswllt i’w lenwi]'}.`,
        ],
      },
      {
        heading: 'Beth rydym yn ei wneud, a pham',
        blocks: [
          channels.length === 0
            ? 'Nid oes lle cyhoeddi ar agor ar hyn o bryd.'
            : `Rydym yn tynnu lluniau mewn digwyddiadau ac yn cyhoeddi rhai ohonynt yn: ${list(channels.map(({ name, audience }) => `${name} (${audience === 'public' ? 'agored i bawb' : 'i grŵp caeedig'})`))}. Chi sy’n penderfynu ar gyfer pob lle ar wahân.`,
          'Rydym yn dibynnu ar eich cydsyniad i gyhoeddi. Mae cadw’r rhestr o ddisgyblion na chânt ymddangos, a gwirio lluniau yn ei herbyn, yn rhan o’n tasg gyhoeddus i gadw disgyblion yn ddiogel.',
          'Cyn cyhoeddi llun, mae meddalwedd yn tynnu data cudd megis y lleoliad, ac yn chwilio am wynebau, dillad nofio, noethni ac enwau darllenadwy. Person na lanlwythodd y llun sy’n penderfynu pan fydd amheuaeth. Ni wneir penderfyniad am eich plentyn gan feddalwedd yn unig.',
        ],
      },
      {
        heading: 'Adnabod wynebau',
        blocks: isMatchingOn
          ? [
              'Mae adnabod wynebau ymlaen. Fe’i defnyddir at un diben: dod o hyd i ddisgyblion na chânt ymddangos mewn llun. Data biometrig ydyw. Dim ond os ydym wedi hysbysu pob rhiant, bod o leiaf un rhiant wedi cydsynio yn ysgrifenedig, nad oes rhiant wedi gwrthwynebu yn ysgrifenedig, ac nad yw eich plentyn yn gwrthwynebu, y defnyddiwn ef ar gyfer eich plentyn (Deddf Diogelu Rhyddidau 2012, adrannau 26 i 28; UK GDPR, Erthygl 9(2)(a)).',
              'Cewch wrthwynebu neu dynnu’n ôl unrhyw bryd, yn ysgrifenedig. Caiff eich plentyn wrthod unrhyw bryd, mewn unrhyw ffordd, ac mae hynny’n drech na chydsyniad rhiant. Yna rydym yn stopio ar unwaith ac yn dinistrio’r data.',
              'Diogelir disgybl heb ganiatâd biometrig yn yr un modd trwy ddulliau eraill: bydd cymedrolwr yn cymharu’r llun â’i lygaid.',
            ]
          : [
              'Mae adnabod wynebau wedi’i ddiffodd. Mae’r feddalwedd yn canfod bod wyneb yno, nid wyneb pwy. Ni wneir data biometrig.',
            ],
      },
      {
        heading: 'Pa mor hir rydym yn cadw pethau',
        blocks: [
          {
            list: [
              `Lluniau gwreiddiol: ${handling.originalGraceDays} diwrnod ar ôl penderfynu ar lun olaf y digwyddiad.`,
              `Lluniau nad oes neb yn penderfynu arnynt neu a wrthodir: ${handling.undecidedDays} diwrnod.`,
              `Copïau o luniau a gyhoeddwyd: ${handling.releaseDays} diwrnod; erys cofnod o’r hyn a gyhoeddwyd ac ymhle.`,
              `Manylion disgyblion a adawodd: ${handling.leaverDays} diwrnod.`,
              `Pan ddaw cydsyniad i ben, gofynnwn i’r cyhoeddi gael ei ddadwneud o fewn ${handling.takedownDueDays} diwrnod. Gall copi a wnaeth eraill aros y tu hwnt i’n cyrraedd.`,
            ],
          },
        ],
      },
      {
        heading: 'Pwy sy’n gweld y data',
        blocks: [
          'Aelodau o staff a enwir, pob un cyn belled ag y mae ei rôl yn gofyn. Nid ydym yn ei werthu nac yn ei rannu, ac nid yw’r gwiriadau’n defnyddio gwasanaeth cwmni arall. Gall pwy bynnag sy’n gallu agor yr hyn a gyhoeddir ei weld a’i gopïo.',
        ],
      },
      {
        heading: 'Eich hawliau',
        blocks: [
          'Cewch ofyn am gopi o’r hyn sydd gennym, ei gywiro neu ei ddileu, gwrthwynebu, neu dynnu cydsyniad yn ôl unrhyw bryd. Nid yw dweud na yn anfantais i’ch plentyn.',
          `Os oes gennych gŵyn am sut y defnyddiwn ddata, ysgrifennwch at ${school.complaintsContact ?? '[cyswllt i’w lenwi]'}. Byddwn yn ei chydnabod o fewn 30 diwrnod. Cewch hefyd gwyno wrth y Comisiynydd Gwybodaeth, ico.org.uk, 0303 123 1113.`,
          ...(school.policyUrl === null ? [] : [`Ein polisi: ${school.policyUrl}`]),
          `Ysgrifennwyd ar ${day(today)} o fersiwn polisi ${policy.number}.`,
        ],
      },
    ],
  };
};
