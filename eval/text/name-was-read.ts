function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** Fewest letters to change, add or drop so that `wanted` occurs somewhere in `text`. */
function distanceWithin(wanted: string, text: string): number {
  let row = new Array<number>(text.length + 1).fill(0);
  for (let i = 1; i <= wanted.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= text.length; j += 1) {
      const changed = row[j - 1]! + (wanted[i - 1] === text[j - 1] ? 0 : 1);
      next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return Math.min(...row);
}

/** Whether a text says what was written, up to one wrong letter in four and two at most; case and accents apart. */
export function nameWasRead(written: string, text: string): boolean {
  const wanted = plain(written);
  return distanceWithin(wanted, plain(text)) <= Math.min(2, Math.floor(wanted.length / 4));
}
