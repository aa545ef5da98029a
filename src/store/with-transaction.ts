import type { Database, Trx } from './database.ts';
import { transactionScope } from './transaction-scope.ts';

/**
 * Run some changes as one: all are written, or none. Inside, await only queries on `trx`: no files, no network, no
 * models, because everybody else waits. Nesting is an error; pass `trx` on instead.
 */
export async function withTransaction<Result>(
  database: Database,
  change: (trx: Trx) => Promise<Result>,
): Promise<Result> {
  return await database.transaction().execute(async (trx) => {
    const scope = { open: true };
    try {
      return await transactionScope.run(scope, () => change(trx));
    } finally {
      scope.open = false;
    }
  });
}
