import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import { defaultHandlingPolicy } from '../../policy/default-handling-policy.ts';
import { defaultSchoolPolicy } from '../../policy/default-school-policy.ts';
import type { Queryable } from '../../store/database.ts';
import { insertPolicyVersion } from '../../store/insert-policy-version.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { getOpenLink, makeLink, useLink } from './links.ts';
import { hashPassword, requireGoodPassword } from './passwords.ts';
import type { AccountParts } from './parts.ts';
import { startSession, type NewSession } from './sessions.ts';
import { writeRoles } from './store.ts';

/** Whether nobody has an account yet. */
export async function isSetUpNeeded(database: Queryable): Promise<boolean> {
  const row = await database.selectFrom('accounts').select('id').limit(1).executeTakeFirst();
  return row === undefined;
}

/** At a start without accounts: a new one-time link to print; earlier ones stop working. Undefined when set up. */
export async function offerSetUpLink(parts: AccountParts, origin: string): Promise<string | undefined> {
  return await withTransaction(parts.database, async (trx) => {
    if (!(await isSetUpNeeded(trx))) return undefined;
    const revokedAt = isoNow(parts.clock);
    await trx.updateTable('invitations').set({ revokedAt }).where('kind', '=', 'set-up').execute();
    const nobody = { email: null, displayName: null, accountId: null, createdBy: null };
    const { link } = await makeLink(trx, parts, origin, { ...nobody, kind: 'set-up', roles: ['admin'] });
    return link;
  });
}

export interface SetUp {
  readonly token: string;
  readonly schoolName: string;
  readonly displayName: string;
  readonly email: string;
  readonly password: string;
  readonly userAgent: string;
}

/** Use the printed link: the school, its first policy version and its first administrator. Throws `link-invalid`. */
export async function setUpSchool(
  parts: AccountParts,
  setUp: SetUp,
): Promise<NewSession & { readonly accountId: string }> {
  requireGoodPassword(setUp.password, setUp);
  const link = await getOpenLink(parts.database, parts, setUp.token);
  if (link.kind !== 'set-up') throw new AppError('link-invalid');
  const passwordHash = await hashPassword(setUp.password, parts.settings.passwordCost);
  return await withTransaction(parts.database, async (trx) => {
    if (!(await isSetUpNeeded(trx))) throw new AppError('already-set-up');
    await useLink(trx, parts, link.id);
    const [accountId, now] = [newId(), isoNow(parts.clock)];
    const { email, displayName, schoolName } = setUp;
    await trx
      .insertInto('accounts')
      .values({ id: accountId, email, displayName, passwordHash, state: 'active', createdAt: now })
      .execute();
    await writeRoles(trx, accountId, ['admin'], { at: now, by: null });
    await trx.insertInto('school').values({ id: 1, name: schoolName, createdAt: now, updatedAt: now }).execute();
    const reason = 'The policy Photoward starts with.';
    await insertPolicyVersion(trx, parts.clock, {
      policy: defaultSchoolPolicy,
      handling: defaultHandlingPolicy,
      reason,
      createdBy: accountId,
    });
    const subject = { kind: 'account', id: accountId } as const;
    await recordAudit(trx, parts.clock, { actor: accountId, action: 'account/set-up', subject });
    return {
      ...(await startSession(trx, parts, { accountId, method: 'link', userAgent: setUp.userAgent })),
      accountId,
    };
  });
}
