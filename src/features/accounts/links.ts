import { AppError } from '../../lib/app-error.ts';
import { isoFromNow, isoNow } from '../../lib/clock.ts';
import { clockLeewayMs } from '../../lib/clock-leeway-ms.ts';
import { newId } from '../../lib/new-id.ts';
import type { Role } from '../../policy/words/role.ts';
import type { Queryable, Trx } from '../../store/database.ts';
import { recordAudit } from '../../store/record-audit.ts';
import type { InvitationRow } from '../../store/tables/account-tables.ts';
import type { AccountParts } from './parts.ts';
import { hashToken, newToken } from './tokens.ts';

const dayMs = 24 * 3_600_000;
const lifetimeMs = { 'set-up': dayMs, invitation: 7 * dayMs, 'password-reset': dayMs } as const;
const pages = { 'set-up': 'set-up', invitation: 'join', 'password-reset': 'join' } as const;

export interface NewLink {
  readonly kind: InvitationRow['kind'];
  readonly email: string | null;
  readonly displayName: string | null;
  readonly roles: readonly Role[];
  /** The account whose password is reset. */
  readonly accountId: string | null;
  readonly createdBy: string | null;
}

/**
 * Make a one-time link. The token stands behind the # so that it reaches no server log and no Referer; only its hash is
 * kept, so the link is shown this once.
 */
export async function makeLink(
  trx: Trx,
  parts: Pick<AccountParts, 'clock'>,
  origin: string,
  link: NewLink,
): Promise<{ readonly id: string; readonly link: string; readonly expiresAt: string }> {
  const [id, token] = [newId(), newToken()];
  const expiresAt = isoFromNow(parts.clock, lifetimeMs[link.kind]);
  const { roles, ...row } = link;
  await trx
    .insertInto('invitations')
    .values({
      ...row,
      id,
      tokenHash: hashToken(token),
      rolesJson: JSON.stringify(roles),
      createdAt: isoNow(parts.clock),
      expiresAt,
    })
    .execute();
  return { id, link: `${origin}/${pages[link.kind]}#${token}`, expiresAt };
}

/** The open link of a token. Throws `link-invalid` for used, revoked, expired and unknown ones alike. */
export async function getOpenLink(
  database: Queryable,
  parts: Pick<AccountParts, 'clock'>,
  token: string,
): Promise<InvitationRow> {
  const row = await openLinks(database, parts).where('tokenHash', '=', hashToken(token)).executeTakeFirst();
  if (row === undefined) throw new AppError('link-invalid');
  return row;
}

/** Links that can still be used; not one of what is now the future, after the clock was set back. */
export function openLinks(database: Queryable, parts: Pick<AccountParts, 'clock'>) {
  return database
    .selectFrom('invitations')
    .selectAll()
    .where('usedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', isoNow(parts.clock))
    .where('createdAt', '<=', isoFromNow(parts.clock, clockLeewayMs));
}

/** Mark a link as used; exactly one of two people who use it at once succeeds. Throws `link-invalid`. */
export async function useLink(trx: Trx, parts: Pick<AccountParts, 'clock'>, id: string): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('invitations')
    .set({ usedAt: isoNow(parts.clock) })
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new AppError('link-invalid');
}

/** Take a link back before it is used. Throws `not-found`. */
export async function revokeLink(
  trx: Trx,
  parts: Pick<AccountParts, 'clock'>,
  { id, actor }: { readonly id: string; readonly actor: string },
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('invitations')
    .set({ revokedAt: isoNow(parts.clock) })
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new AppError('not-found');
  const subject = { kind: 'invitation', id } as const;
  await recordAudit(trx, parts.clock, { actor, action: 'account/invitation-revoked', subject });
}

/** End the links to a new password that an account was offered: there is a newer one. */
export async function endLinksFor(trx: Trx, parts: Pick<AccountParts, 'clock'>, accountId: string): Promise<void> {
  await trx
    .updateTable('invitations')
    .set({ revokedAt: isoNow(parts.clock) })
    .where('accountId', '=', accountId)
    .where('usedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .execute();
}

/**
 * Take back the open links that somebody made, who may make none any more: they would bring in whomever they were given
 * to. `alsoFor`: those for the person themselves, too.
 */
export async function revokeLinksOf(
  trx: Trx,
  parts: Pick<AccountParts, 'clock'>,
  { accountId, actor, alsoFor }: { readonly accountId: string; readonly actor: string; readonly alsoFor: boolean },
): Promise<void> {
  const made = await openLinks(trx, parts)
    .where((is) => is.or([is('createdBy', '=', accountId), ...(alsoFor ? [is('accountId', '=', accountId)] : [])]))
    .execute();
  for (const { id } of made) await revokeLink(trx, parts, { id, actor });
}
