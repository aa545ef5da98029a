import type { Queryable } from '../store/database.ts';
import type { Batch } from '../store/find-photo.ts';
import { isOnRoll, type PupilOnRecord, type RegisterRecord } from './read-register.ts';

/** Who may be in the photos of a batch. */
export interface BatchRoll {
  /** Everybody who was at the school. */
  readonly pupils: readonly PupilOnRecord[];
  /** Those who were there; null when nobody said, which means anybody. */
  readonly roll: readonly PupilOnRecord[] | null;
}

/**
 * Who was at the school when the pictures of a batch were taken, and who of them was there. Whoever has left since the
 * event counts: they may be in the picture, and a child who is being hidden may have left for that very reason. An event
 * that lies ahead of the ISO day counts as of that day.
 */
export async function readRoll(
  database: Queryable,
  batch: Pick<Batch, 'id' | 'eventDate' | 'wholeSchool'>,
  record: RegisterRecord,
  day: string,
): Promise<BatchRoll> {
  const groups = await database.selectFrom('batchRoll').selectAll().where('batchId', '=', batch.id).execute();
  const taken = batch.eventDate < day ? batch.eventDate : day;
  const pupils = record.pupils.filter((pupil) => isOnRoll(pupil, taken));
  const isThere = (pupil: PupilOnRecord): boolean =>
    groups.some(({ groupKind, groupName }) => {
      const value = { class: pupil.className, year: pupil.yearGroup, pupil: pupil.id }[groupKind];
      return value === groupName;
    });
  return { pupils, roll: batch.wholeSchool === 1 ? null : pupils.filter(isThere) };
}
