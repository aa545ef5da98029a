import type { NoticeWords } from './notice-facts.ts';

const parent = ['Enw llawn y rhiant', 'Perthynas â’r disgybl', 'Llofnod', 'Dyddiad'];

/** Y ffurflen i’w hargraffu: un ateb ar gyfer pob sianel, a chaniatâd biometrig yn adran ar wahân. */
export const consentCy: NoticeWords['consent'] = ({ school, isMatchingOn, channels }) => ({
  title: `Lluniau: eich ateb i ${school.name}`,
  sections: [
    {
      heading: 'Y disgybl',
      blocks: [{ fillIn: ['Enw llawn y disgybl', 'Dosbarth', 'Dyddiad geni'] }],
    },
    {
      heading: 'Lle caiff lluniau ymddangos',
      blocks: [
        'Marciwch ie neu na ar gyfer pob lle. Mae’r hyn a adewir yn wag yn cyfrif fel na. Cewch newid unrhyw ateb unrhyw bryd; nid yw dweud na yn anfantais i’ch plentyn.',
        ...channels.flatMap(({ name, audience, namesAllowed }) => [
          `${name}: ${audience === 'public' ? 'gall pawb yn y byd ei weld a’i gopïo' : 'i grŵp caeedig'}. ${namesAllowed ? 'Gall enwau cyntaf sefyll wrth ymyl lluniau.' : 'Nid oes enwau wrth ymyl lluniau.'}`,
          { boxes: ['Ie, caiff lluniau o’m plentyn ymddangos yma', 'Na'] },
        ]),
        { fillIn: ['Mae’r ateb hwn yn dal hyd (tair blynedd ar y mwyaf)'] },
        { fillIn: parent },
      ],
    },
    ...(isMatchingOn
      ? [
          {
            heading: 'Caniatâd ar wahân: defnyddio gwybodaeth fiometrig',
            blocks: [
              'Hysbysiad a chais yw hwn o dan adran 26 o Ddeddf Diogelu Rhyddidau 2012. Mae ar wahân i’r atebion uchod, a chewch ddweud na wrtho ac ie wrthynt hwy.',
              `Hoffai ${school.name} ddefnyddio mesuriadau o wyneb eich plentyn, o luniau cyfeirio, mewn system awtomataidd. Ei hunig ddiben yw dod o hyd i’ch plentyn mewn lluniau na chaiff ymddangos ynddynt.`,
              {
                list: [
                  'Hysbysir pob rhiant. Dim ond os bydd o leiaf un rhiant yn cydsynio yn ysgrifenedig ac nad oes rhiant yn gwrthwynebu yn ysgrifenedig y caiff yr ysgol wneud hyn (adran 26(3)).',
                  'Caiff eich plentyn wrthod neu wrthwynebu unrhyw bryd, beth bynnag a atebodd rhiant a beth bynnag ei oed; rhaid i’r ysgol stopio wedyn (adran 26(5)).',
                  'Cewch wrthwynebu neu dynnu’n ôl unrhyw bryd, yn ysgrifenedig (adran 27). Yna dinistrir y mesuriadau.',
                  'Os byddwch chi neu’ch plentyn yn dweud na, bydd person yn cymharu lluniau â’i lygaid yn lle hynny; diogelir eich plentyn yn yr un modd (adran 26(7)).',
                  'Ni chaiff neb arall y mesuriadau. Fe’u dinistrir pan fydd eich plentyn yn gadael.',
                ],
              },
              {
                boxes: [
                  'Rwyf wedi gofyn i’m plentyn, ac nid yw fy mhlentyn yn gwrthwynebu',
                  'Rwy’n cydsynio i’r defnydd hwn o wybodaeth fiometrig fy mhlentyn',
                  'Nid wyf yn cydsynio, neu rwy’n gwrthwynebu',
                ],
              },
              { fillIn: parent },
            ],
          },
        ]
      : []),
    {
      heading: 'Cwestiynau a chwynion',
      blocks: [
        `Diogelu data: ${school.dataProtectionContact ?? '[cyswllt i’w lenwi]'}. Cwynion: ${school.complaintsContact ?? '[cyswllt i’w lenwi]'}; byddwn yn eu cydnabod o fewn 30 diwrnod. Cewch hefyd gwyno wrth y Comisiynydd Gwybodaeth: ico.org.uk, 0303 123 1113.`,
      ],
    },
  ],
});
