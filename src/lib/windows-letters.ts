/** What Windows-1252 has from 128 to 159, where Unicode has signs that show nothing (WHATWG Encoding Standard). */
const letters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** A text that was read byte by byte, with Windows' own letters where Windows meant them: 'O\u0092Neill' → 'O’Neill'. */
export function windowsLetters(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, (sign) => letters.charAt(sign.charCodeAt(0) - 0x80));
}
