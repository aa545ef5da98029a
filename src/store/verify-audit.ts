import type { Queryable } from './database.ts';
import { hashAuditEvent } from './hash-audit-event.ts';
import { auditOrigin } from './record-audit.ts';

/** The last event's place and hash: written down elsewhere, it also proves that nothing was cut off the end. */
export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
}

export type AuditVerification =
  | { readonly whole: true; readonly head: AuditHead }
  | { readonly whole: false; readonly seq: number; readonly why: 'gap' | 'changed' | 'unlinked' | 'cut-short' };

const pageSize = 5_000;

/**
 * Walk the whole audit log and check every link. With a head noted earlier (from an export or a backup) it also checks
 * that this event is still there, unchanged. Reports the first event that does not fit.
 */
export async function verifyAudit(database: Queryable, noted?: AuditHead): Promise<AuditVerification> {
  let head: AuditHead = { seq: 0, hash: auditOrigin };
  let notedFound = noted === undefined || noted.seq === 0;
  for (;;) {
    const page = await database
      .selectFrom('auditEvents')
      .selectAll()
      .where('seq', '>', head.seq)
      .orderBy('seq')
      .limit(pageSize)
      .execute();
    for (const event of page) {
      if (event.seq !== head.seq + 1) return { whole: false, seq: head.seq + 1, why: 'gap' };
      if (event.previousHash !== head.hash) return { whole: false, seq: event.seq, why: 'unlinked' };
      if (event.hash !== hashAuditEvent(event)) return { whole: false, seq: event.seq, why: 'changed' };
      head = { seq: event.seq, hash: event.hash };
      if (noted?.seq === head.seq) {
        if (noted.hash !== head.hash) return { whole: false, seq: head.seq, why: 'changed' };
        notedFound = true;
      }
    }
    if (page.length < pageSize) break;
  }
  return notedFound ? { whole: true, head } : { whole: false, seq: head.seq + 1, why: 'cut-short' };
}
