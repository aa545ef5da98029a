/** Where an alphabet of signs that NFKC leaves alone begins: white letters in black circles and squares, flag letters. */
const alphabets = [0x1f150, 0x1f170, 0x1f1e6];
const aCode = 0x41;

function letterOf(sign: string): string {
  const code = sign.codePointAt(0)!;
  const start = alphabets.find((begin) => code >= begin && code < begin + 26);
  return start === undefined ? sign : String.fromCharCode(aCode + code - start);
}

/** Text behind a right-to-left override is shown from its end to its beginning. */
const turnAround = (text: string): string =>
  text.replace(/\u202e([^\u202c\n]*)/gu, (_, turned: string) => Array.from(turned).reverse().join(''));

const signForm = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u{1f1e6}-\u{1f1ff}\u202e]/u;

/** A text as it is seen: letters drawn as emoji are letters, and what is written backwards reads forwards. */
export function openSigns(text: string): string {
  if (!signForm.test(text)) return text;
  const plain = Array.from(text.replace(/\ufe0f/gu, ''), letterOf).join('');
  return turnAround(plain);
}
