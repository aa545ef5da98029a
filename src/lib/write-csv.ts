/** Spreadsheets run a cell that begins like this as a formula, wherever the text came from. */
const startsFormula = /^[\s]*[=+\-@]|^[\t\r\n]/;

function cellOf(value: string | null): string {
  const text = value ?? '';
  const plain = startsFormula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) || plain.trim() !== plain ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/**
 * Rows as CSV (RFC 4180, with a mark so that spreadsheets read it as UTF-8). A cell that a spreadsheet would run as a
 * formula is written with an apostrophe before it, which makes it text.
 */
export function writeCsv(rows: readonly (readonly (string | null)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}
