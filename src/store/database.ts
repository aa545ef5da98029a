import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables/index.ts';

/** The handle for queries outside a transaction. */
export type Database = Kysely<Tables>;

/** The handle inside `withTransaction`. Functions that must be part of a larger change take this one. */
export type Trx = Transaction<Tables>;

/** Either: for reads that work in both places. */
export type Queryable = Database | Trx;
