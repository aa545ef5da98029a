import type { Transaction } from 'kysely';
import type { Tables } from '../tables/index.ts';

/**
 * One numbered step of the schema. Never changed once released; a mistake is mended by the next number.
 * Runs inside one transaction, so a crash leaves the step either wholly done or not begun.
 */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly up: (trx: Transaction<Tables>) => Promise<void>;
}
