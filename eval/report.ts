/** A table of an evaluation report; cells are ready to print. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What an evaluation gives back: tables for people, figures for machines. */
export interface Report {
  readonly tables: readonly Table[];
  /** Plain JSON. */
  readonly figures: Record<string, unknown>;
}

export interface EvalOptions {
  /** The labelled data: the folder of one set, or the folder above several. */
  readonly dataFolder: string;
  /** Names after the options above, for one evaluation's own choices: `--limit 50` is `{limit: '50'}`. */
  readonly extra: Readonly<Record<string, string>>;
  /** Says how far it is, on standard error. */
  readonly progress: (done: number, total: number) => void;
}

/** Each `eval/<name>/evaluate.ts` exports one of these as `evaluate`. */
export type Evaluate = (options: EvalOptions) => Promise<Report>;

/** A table as text with aligned columns. */
export function formatTable(table: Table): string {
  const rows = [table.columns, ...table.rows];
  const widths = table.columns.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '));
  return [table.title, ...lines].join('\n');
}
