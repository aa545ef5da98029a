const rows: readonly (readonly [string, string])[] = [
  // Cyrillic, capitals and small letters
  ['АВЕЅІЈКМНОРСТУҮХԚԜ', 'ABESIJKMHOPCTYYXQW'],
  ['авеѕіјкмнорстухһԁԛԝѵ', 'abesijkmhopctyxhdqwv'],
  // Greek
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
  ['αγηικνορτυχω', 'aynikvoptuxw'],
  // Small capitals and letters of phonetic script
  ['ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɑɡ', 'abcdefghijklmnoprstuvwyzag'],
];

const latinOf: ReadonlyMap<string, string> = new Map(
  rows.flatMap(([from, to]) => Array.from(from, (letter, at) => [letter, to.charAt(at)] as const)),
);

/** Letters of other scripts that look Latin, as the Latin ones: 'Мах' in Cyrillic letters → 'Max'. */
export function asLatin(text: string): string {
  return Array.from(text, (letter) => latinOf.get(letter) ?? letter).join('');
}
