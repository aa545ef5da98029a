import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import type { KeyParts } from './parts.ts';

/** Record that a key came or went. */
export async function noteKey(
  { database, clock }: KeyParts,
  action: 'keys/added' | 'keys/removed',
  id: string,
): Promise<void> {
  await withTransaction(database, (trx) =>
    recordAudit(trx, clock, { actor: 'system', action, subject: { kind: 'key', id } }),
  );
}
