import { AppError, type FieldProblem } from '../../lib/app-error.ts';

/** A file to import that cannot be read as the list it should be. Throws `import-has-problems`. */
export function refuseList(fields: readonly FieldProblem[]): never {
  throw new AppError('import-has-problems', { fields });
}

/** The same of a file that is no CSV from a line on. */
export function refuseCsv(line: number): never {
  return refuseList([{ path: `line ${line}`, message: 'cannot be read as CSV: check the quotes' }]);
}
