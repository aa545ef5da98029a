import { isoDayOf, isoNow, type Clock } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import type { Queryable } from '../../store/database.ts';
import { findPupilListDate } from '../../store/find-pupil-list-date.ts';
import { readCurrentPolicy } from '../../store/read-current-policy.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import type { RegisterParts } from './parts.ts';

/** How old the pupil list is, against the policy's limit. A list that was never imported is stale. */
export async function readFreshness(database: Queryable, clock: Clock) {
  const { handling } = await readCurrentPolicy(database);
  const maxAgeDays = handling.pupilListMaxAgeDays;
  const { checkedAt, restoredAt } = await findPupilListDate(database);
  if (checkedAt === null) {
    const restoredOn = restoredAt === null ? null : isoDayOf(clock, restoredAt);
    return { checkedOn: null, ageDays: null, maxAgeDays, restoredOn, isStale: true };
  }
  const ageMs = clock.now().getTime() - Date.parse(checkedAt);
  const ageDays = Math.max(0, Math.floor(ageMs / 86_400_000));
  const isStale = ageMs > maxAgeDays * 86_400_000;
  return { checkedOn: isoDayOf(clock, checkedAt), ageDays, maxAgeDays, restoredOn: null, isStale };
}

/** Somebody in the office has compared the list with the school's records and found it right. */
export async function confirmCurrent(parts: RegisterParts, personId: string): Promise<{ readonly checkedAt: string }> {
  const [id, now] = [newId(), isoNow(parts.clock)];
  await withTransaction(parts.database, async (trx) => {
    await trx
      .insertInto('imports')
      .values({
        id,
        kind: 'confirmed-current',
        state: 'applied',
        fileName: null,
        sha256: null,
        fileId: null,
        mappingJson: '{}',
        summaryJson: '{}',
        createdAt: now,
        createdBy: personId,
        appliedAt: now,
        appliedBy: personId,
      })
      .execute();
    const subject = { kind: 'import', id } as const;
    await recordAudit(trx, parts.clock, { actor: personId, action: 'import/confirmed-current', subject });
  });
  return { checkedAt: now };
}
