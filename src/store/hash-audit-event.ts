import { createHash } from 'node:crypto';

/** An audit event without its own hash. */
export interface AuditContent {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detailJson: string;
  readonly previousHash: string;
}

/** SHA-256 (hex) over the event's parts as a JSON array, which keeps the borders between them unmistakable. */
export function hashAuditEvent(event: AuditContent): string {
  const parts = [
    event.seq,
    event.at,
    event.actor,
    event.action,
    event.subjectKind,
    event.subjectId,
    event.detailJson,
    event.previousHash,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
