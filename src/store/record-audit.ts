import { AppError } from '../lib/app-error.ts';
import { isoNow, type Clock } from '../lib/clock.ts';
import { hashAuditEvent, type AuditContent } from './hash-audit-event.ts';
import type { AuditAction } from './audit-actions.ts';
import type { Trx } from './database.ts';

/**
 * What an event can be about. A restriction and a contact warning stand for themselves: whose they are is known to the
 * safeguarding lead, and not to everybody who reads the log.
 */
export type AuditSubjectKind =
  | 'account' | 'invitation' | 'session' | 'school' | 'policy' | 'dpia' | 'device' | 'channel' | 'pupil' | 'guardian'
  | 'restriction' | 'contact-warning'
  | 'import' | 'batch' | 'photo' | 'release' | 'takedown' | 'webhook' | 'retention' | 'backup' | 'key' | 'audit'; // prettier-ignore

/** Codes, ids, numbers and days only. Words people wrote (names, reasons, captions, addresses) are refused. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export interface AuditEntry {
  /** An account's id, or `system` for what Photoward does by itself. */
  readonly actor: string;
  readonly action: AuditAction;
  readonly subject: { readonly kind: AuditSubjectKind; readonly id: string };
  readonly detail?: AuditDetail;
}

/** The hash before the first event. */
export const auditOrigin = '0'.repeat(64);

/**
 * Append one event, in the same transaction as the change it tells of: neither can exist without the other. Each event
 * holds the hash of the one before, so a later change, removal or insertion breaks the chain.
 * Throws `internal` when a detail looks like words about a person.
 */
export async function recordAudit(trx: Trx, clock: Clock, entry: AuditEntry): Promise<void> {
  const detail = entry.detail ?? {};
  refuseWords(detail);
  const last = await trx
    .selectFrom('auditEvents')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const content: AuditContent = {
    seq: (last?.seq ?? 0) + 1,
    at: isoNow(clock),
    actor: entry.actor,
    action: entry.action,
    subjectKind: entry.subject.kind,
    subjectId: entry.subject.id,
    detailJson: JSON.stringify(detail),
    previousHash: last?.hash ?? auditOrigin,
  };
  await trx
    .insertInto('auditEvents')
    .values({ ...content, hash: hashAuditEvent(content) })
    .execute();
}

const code = /^[A-Za-z0-9][A-Za-z0-9._:/+-]{0,127}$/;

function refuseWords(detail: AuditDetail): void {
  for (const [key, value] of Object.entries(detail)) {
    const texts = typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : [];
    if (!code.test(key) || texts.some((text) => !code.test(text))) {
      throw new AppError('internal', { cause: new Error(`audit detail ${key} is not an id, code, number or day`) });
    }
  }
}
