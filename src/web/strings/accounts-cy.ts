import type { Strings } from './strings.ts';

/** Mewngofnodi, ymuno, y cychwyn cyntaf a’ch cyfrif eich hun. */
export const accountsCy: Pick<Strings, 'signIn' | 'setUp' | 'join'> = {
  signIn: {
    title: 'Mewngofnodi',
    intro: 'Gwiriwch luniau’r ysgol cyn i neb eu cyhoeddi.',
    ended:
      'Cawsoch eich allgofnodi, am na wnaed dim am sbel neu am i’ch sesiwn ddod i ben. Mewngofnodwch i barhau lle’r oeddech.',
    email: 'Cyfeiriad e-bost',
    password: 'Cyfrinair',
    code: 'Cod chwe digid',
    codeHelp: 'O’ch ap dilysu, neu un o’ch codau adfer.',
    submit: 'Mewngofnodi',
    or: 'neu',
    with: (provider) => `Mewngofnodi gyda ${provider}`,
    forgotten: 'Wedi anghofio’ch cyfrinair? Gall gweinyddwr wneud dolen i chi ddewis un newydd.',
    notSetUp: 'Nid yw’r ysgol hon wedi’i sefydlu eto. Agorwch y ddolen un tro a argraffodd Photoward wrth gychwyn.',
    problems: {
      'sign-in-failed':
        'Nid oes neb yma’n defnyddio’r cyfrif hwnnw, neu cymerodd ormod o amser. Rhowch gynnig arall arni, neu gofynnwch i weinyddwr am wahoddiad.',
      'account-held': 'Adferwyd Photoward o gopi wrth gefn. Rhaid i weinyddwr eich gadael i mewn eto, o dan “Pobl”.',
      'link-invalid':
        'Mae’r ddolen hon wedi’i defnyddio’n barod, wedi dod i ben neu’n anghyflawn. Gofynnwch am un newydd.',
      conflict:
        'Mae’r cyfrif hwnnw’n perthyn i rywun arall yma, neu mae’r cyfeiriad e-bost ar waith. Gofynnwch i weinyddwr.',
      'provider-failed':
        'Ni weithiodd mewngofnodi gyda’r gwasanaeth arall. Rhowch gynnig arall arni, neu defnyddiwch eich cyfrinair.',
    },
  },
  setUp: {
    title: 'Sefydlu eich ysgol',
    intro:
      'Rydych wedi agor y ddolen un tro. Enwch yr ysgol a gwnewch eich cyfrif eich hun; chi fydd ei gweinyddwr cyntaf.',
    schoolName: 'Enw’r ysgol',
    yourName: 'Eich enw',
    newPassword: 'Dewiswch gyfrinair',
    passwordHelp: 'O leiaf 12 nod. Mae tri neu bedwar gair nad ydynt yn perthyn i’w gilydd yn hawdd eu cofio.',
    submit: 'Sefydlu’r ysgol',
    noToken: 'Mae angen y ddolen un tro a argraffodd Photoward wrth gychwyn ar y dudalen hon. Agorwch y ddolen honno.',
    done: 'Mae’r ysgol hon wedi’i sefydlu’n barod.',
    goSignIn: 'Mynd i fewngofnodi',
  },
  join: {
    title: (school) => `Ymuno â ${school}`,
    resetTitle: 'Dewis cyfrinair newydd',
    intro: (name, email) => `${name}, mae hyn yn gwneud eich cyfrif ar gyfer ${email}.`,
    resetIntro: (name) => `${name}, dewiswch gyfrinair newydd. Caiff eich ail ffactor ei ddiffodd gydag ef.`,
    submit: 'Parhau',
    noToken: 'Mae angen y ddolen gyfan a roddwyd i chi ar y dudalen hon.',
  },
};
