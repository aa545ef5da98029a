import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import { retentionLimits } from '../../policy/retention-limits.ts';
import { forgetDeleted } from '../../store/forget-deleted.ts';
import { readCurrentPolicy } from '../../store/read-current-policy.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { eraseDue } from './erase-due.ts';
import { findDue, type DueKind } from './find-due.ts';
import { noCounts } from './no-counts.ts';
import type { RetentionParts } from './parts.ts';

/** One run as it is kept and shown. */
export interface RetentionRun {
  readonly id: string;
  readonly dryRun: boolean;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly startedBy: string | null;
  readonly counts: Record<DueKind, number>;
}

/**
 * Erases everything that is due by the school's policy, one thing a transaction, so that nobody waits long and a crash
 * loses nothing; the next run goes on where this one ended. A dry run only counts. Throws `wrong-state` before set-up.
 */
export async function runRetention(
  parts: RetentionParts,
  {
    dryRun,
    startedBy,
    signal,
  }: { readonly dryRun: boolean; readonly startedBy: string | null; readonly signal?: AbortSignal },
): Promise<RetentionRun> {
  const { database, clock } = parts;
  const startedAt = isoNow(clock);
  const { handling } = await readCurrentPolicy(database);
  const due = await findDue(database, retentionLimits(handling, clock));
  const counts: Record<DueKind, number> = { ...noCounts };
  for (const [kind, ids] of Object.entries(due) as [DueKind, readonly string[]][]) {
    if (dryRun) counts[kind] = ids.length;
    else for (const id of ids) counts[kind] += await eraseOne(parts, kind, id, signal);
  }
  if (counts.leavers > 0 && !dryRun) parts.wakeJobs();
  if (counts.leaverTemplates > 0 && !dryRun) await forgetDeleted(database);
  const run: RetentionRun = { id: newId(), dryRun, startedAt, finishedAt: isoNow(clock), startedBy, counts };
  await keepRun(parts, run);
  return run;
}

/** 1 when it went, 0 when it had changed meanwhile and is no longer due. */
async function eraseOne(parts: RetentionParts, kind: DueKind, id: string, signal?: AbortSignal): Promise<0 | 1> {
  signal?.throwIfAborted();
  try {
    const files = await withTransaction(parts.database, (trx) => eraseDue[kind](trx, parts.clock, id));
    for (const file of files) await parts.vault.erase(file);
    return 1;
  } catch (error) {
    if (error instanceof AppError && error.code === 'wrong-state') return 0;
    throw error;
  }
}

async function keepRun({ database, clock }: RetentionParts, run: RetentionRun): Promise<void> {
  const { id, dryRun, startedAt, finishedAt, startedBy, counts } = run;
  await withTransaction(database, async (trx) => {
    const summaryJson = JSON.stringify(counts);
    await trx
      .insertInto('retentionRuns')
      .values({ id, dryRun: dryRun ? 1 : 0, startedAt, finishedAt, startedBy, summaryJson })
      .execute();
    const subject = { kind: 'retention', id } as const;
    const actor = startedBy ?? 'system';
    await recordAudit(trx, clock, { actor, action: 'retention/ran', subject, detail: { dryRun, ...counts } });
  });
}
