import type { Database, Trx } from './database.ts';
import { withTransaction } from './with-transaction.ts';

/** Carries what a trial came to out of the transaction that it ends. */
class Trial<Result> extends Error {
  readonly result: Result;

  constructor(result: Result) {
    super('a trial ended');
    this.result = result;
  }
}

/** What some changes would come to: they are made as in `withTransaction`, and none is kept. */
export async function withRollback<Result>(database: Database, change: (trx: Trx) => Promise<Result>): Promise<Result> {
  try {
    return await withTransaction(database, async (trx) => {
      throw new Trial(await change(trx));
    });
  } catch (error) {
    if (error instanceof Trial) return error.result as Result;
    throw error;
  }
}
