import { reasonCode } from '../../contract/photo-under-review.ts';
import { groupBy } from '../../policy/group-by.ts';
import type { Database } from '../../store/database.ts';
import type { Outcome } from './count-findings.ts';
import type { Checked } from './read-checked.ts';

type Row = Awaited<ReturnType<typeof readDecisions>>[number];

/** Decisions that stand, in their order, of photos that may be counted. Deleting is not deciding. */
async function readDecisions(database: Database, from: string) {
  return await database
    .selectFrom('decisions')
    .select(['photoId', 'decision', 'reasonCode', 'outputId', 'decidedAt'])
    .where('undoneAt', 'is', null)
    .where('decision', '!=', 'delete')
    .where('decidedAt', '>=', from)
    .orderBy('id')
    .execute();
}

const isRejection = ({ decision }: Row): boolean => decision === 'reject';

function outcomeOf(row: Row): Outcome {
  if (isRejection(row)) return 'rejected';
  return row.outputId === null ? 'approved-unchanged' : 'approved-changed';
}

/** How long photos of the period waited, why they were decided so, and how each ended. */
export async function measureDecisions(database: Database, from: string, checked: readonly Checked[]) {
  const uploadedAt = new Map(checked.map((photo) => [photo.photoId, photo.uploadedAt]));
  const rows = (await readDecisions(database, from)).filter(({ photoId }) => uploadedAt.has(photoId));
  const byPhoto = [...groupBy(rows, ({ photoId }) => photoId)];
  const waits = byPhoto.map(
    ([photoId, [first]]) => (Date.parse(first!.decidedAt) - Date.parse(uploadedAt.get(photoId)!)) / 60_000,
  );
  return {
    time: timeOf(waits),
    reasons: countReasons(byPhoto.map(([, list]) => list.at(-1)!)),
    outcomes: new Map(byPhoto.map(([photoId, list]) => [photoId, outcomeOf(list.at(-1)!)])),
  };
}

function timeOf(waits: readonly number[]) {
  if (waits.length === 0) return null;
  const sorted = [...waits].sort((a, b) => a - b);
  // The nearest rank: a wait that happened, never one between two.
  const at = (share: number): number =>
    Math.max(0, Math.round(sorted[Math.ceil(share * sorted.length) - 1]! * 10) / 10);
  return { photos: waits.length, medianMinutes: at(0.5), ninetiethMinutes: at(0.9) };
}

function countReasons(rows: readonly Row[]) {
  return (['approved', 'rejected'] as const).flatMap((decision) =>
    reasonCode.options
      .map((code) => ({
        decision,
        reasonCode: code,
        photos: rows.filter((row) => isRejection(row) === (decision === 'rejected') && row.reasonCode === code).length,
      }))
      .filter(({ photos }) => photos > 0)
      .sort((a, b) => b.photos - a.photos),
  );
}
