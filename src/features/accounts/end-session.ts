import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import type { AccountParts } from './parts.ts';

/** End one of one's own sessions: this one (signing out) or another. Throws `not-found`. */
export async function endSession(parts: AccountParts, person: SignedIn, sessionId: string): Promise<void> {
  await withTransaction(parts.database, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('sessions')
      .set({ revokedAt: isoNow(parts.clock) })
      .where('id', '=', sessionId)
      .where('accountId', '=', person.accountId)
      .where('revokedAt', 'is', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new AppError('not-found');
    await recordAudit(trx, parts.clock, {
      actor: person.accountId,
      action: sessionId === person.sessionId ? 'account/signed-out' : 'account/session-revoked',
      subject: { kind: 'session', id: sessionId },
    });
  });
}
