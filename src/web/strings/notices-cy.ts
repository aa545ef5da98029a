import type { noticesEn } from './notices-en.ts';

export const noticesCy: typeof noticesEn = {
  notices: {
    title: 'Hysbysiadau',
    intro:
      'Ysgrifennwyd o’r gosodiadau sydd mewn grym heddiw. Darllenwch hwy cyn eu hanfon: dechrau ydynt, nid cyngor cyfreithiol.',
    kind: 'Dogfen',
    kinds: {
      parents: 'Hysbysiad preifatrwydd i rieni',
      pupils: 'Hysbysiad i ddisgyblion (oed darllen 9)',
      consent: 'Ffurflen gydsynio i’w hargraffu',
      dpia: 'Asesiad effaith (DPIA)',
    },
    language: 'Iaith y ddogfen',
    copy: 'Copïo fel testun',
    missingTitle: 'Mae rhywbeth ar goll o’r gosodiadau sy’n perthyn yma',
    missing: {
      dataProtectionContact: 'Pwy sy’n ateb cwestiynau am ddiogelu data.',
      safeguardingContact: 'At bwy y gall disgyblion droi.',
      complaintsContact: 'I ble mae cwynion yn mynd.',
      channels: 'Sianel agored: heb un, nid yw’r dogfennau’n enwi lle.',
    },
    missingHelp: 'Bydd gweinyddwr yn ei ychwanegu o dan Gweinyddu; bydd y dogfennau’n dilyn ar eu pen eu hunain.',
  },
};
