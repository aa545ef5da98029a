const delimiters = [',', ';', '\t', '|'] as const;

/** Excel's own first line, which says what separates the cells. */
const told = /^\uFEFF?"?sep=(.)"?(?=\r|\n)/i;

/** How often a mark stands between cells of the first line that is not empty; within quotes it is part of a heading. */
function countBetween(text: string, mark: string): number {
  let [count, isQuoted] = [0, false];
  for (const letter of text.replace(/^\uFEFF?\s*[\r\n]/, '')) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (letter === '\n' || letter === '\r') break;
    else if (letter === mark) count += 1;
  }
  return count;
}

/**
 * What separates the cells of a table: what its first line says (`sep=;`), or else the mark that stands most often between
 * the headings. `text` is the table with such a first line emptied, so that lines keep their numbers.
 */
export function findDelimiter(text: string): { readonly delimiter: string; readonly text: string } {
  const said = told.exec(text);
  if (said !== null) return { delimiter: said[1]!, text: text.slice(said[0].length) };
  const counts = delimiters.map((mark) => ({ mark, count: countBetween(text, mark) }));
  const best = counts.reduce((most, next) => (next.count > most.count ? next : most));
  return { delimiter: best.mark, text };
}
