import type { Generated } from 'kysely';
import type { Flag } from './flag.ts';

/** Jobs, the audit log, retention, erasure, backups. */
export interface OperationTables {
  jobs: JobRow;
  auditEvents: AuditEventRow;
  retentionRuns: RetentionRunRow;
  erasures: ErasureRow;
  backups: BackupRow;
}

export interface JobRow {
  id: string;
  kind: string;
  payloadJson: string;
  dedupeKey: string | null;
  state: 'waiting' | 'running' | 'done' | 'failed';
  priority: number;
  runAfter: string;
  attempts: Generated<number>;
  maxAttempts: number;
  leaseToken: string | null;
  leasedUntil: string | null;
  lastErrorCode: string | null;
  createdAt: string;
  finishedAt: string | null;
}

export interface AuditEventRow {
  seq: number;
  at: string;
  actor: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  detailJson: string;
  previousHash: string;
  hash: string;
}

export interface RetentionRunRow {
  id: string;
  dryRun: Flag;
  startedAt: string;
  finishedAt: string | null;
  startedBy: string | null;
  summaryJson: string;
}

export interface ErasureRow {
  id: string;
  pupilId: string;
  askedAt: string;
  /** Null: retention did it by itself. */
  askedBy: string | null;
  finishedAt: string | null;
  proofJson: string;
}

export interface BackupRow {
  id: string;
  fileName: string;
  bytes: number;
  sha256: string;
  auditHead: string;
  madeAt: string;
  verifiedAt: string | null;
}
