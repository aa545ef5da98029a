import type { Queryable } from './database.ts';

/**
 * A word that stands for everything `findRegisterRows` reads, as it is now: the database draws another after every change
 * of it, also within a transaction. The same word twice, and nothing changed.
 */
export async function readRegisterRevision(database: Queryable): Promise<string> {
  const { token } = await database.selectFrom('registerRevision').select('token').executeTakeFirstOrThrow();
  return token;
}
