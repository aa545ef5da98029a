import { AppError } from '../../lib/app-error.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import type { AccountParts } from './parts.ts';
import { getActiveAccount } from './store.ts';

/**
 * Let somebody sign in again after a restore, with the password and second factor that the backup had. Throws `not-found`
 * for a closed account, `wrong-state` for one that is not held.
 */
export async function letIn(
  { database, clock }: Pick<AccountParts, 'database' | 'clock'>,
  adminId: string,
  accountId: string,
): Promise<void> {
  await withTransaction(database, async (trx) => {
    const { heldSince } = await getActiveAccount(trx, accountId);
    if (heldSince === null) throw new AppError('wrong-state');
    await trx.updateTable('accounts').set({ heldSince: null }).where('id', '=', accountId).execute();
    const subject = { kind: 'account', id: accountId } as const;
    await recordAudit(trx, clock, { actor: adminId, action: 'account/let-in', subject });
  });
}
