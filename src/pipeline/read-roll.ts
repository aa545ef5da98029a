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

/** The moment for which a roll is read. */
export interface RollMoment {
  /** An ISO day: today. An event that lies ahead of it counts as of that day. */
  readonly day: string;
  /** For a picture that has left: whoever was recorded after this moment came to the school later. */
  readonly recordedBy?: string;
}

/**
 * Who was at the school when the pictures of a batch were taken, and who of them was there. Whoever has left since the
 * event counts: they may be in the picture, and a child who is being hidden may have left for that very reason. Classes
 * and years mean those who were in them when the batch was opened. Before a release also those who are in them now, for
 * the list may have been late; afterwards only those of them who were not on record at all, because each September
 * another class has the same name.
 */
export async function readRoll(
  database: Queryable,
  batch: Pick<Batch, 'id' | 'eventDate' | 'wholeSchool' | 'createdAt'>,
  record: RegisterRecord,
  { day, recordedBy }: RollMoment,
): Promise<BatchRoll> {
  const taken = batch.eventDate < day ? batch.eventDate : day;
  const pupils = record.pupils.filter(
    (pupil) => isOnRoll(pupil, taken) && (recordedBy === undefined || pupil.recordedAt <= recordedBy),
  );
  if (batch.wholeSchool === 1) return { pupils, roll: null };
  const groups = await database.selectFrom('batchRoll').selectAll().where('batchId', '=', batch.id).execute();
  const then = await database.selectFrom('batchPupils').select('pupilId').where('batchId', '=', batch.id).execute();
  const wereThere = new Set(then.map(({ pupilId }) => pupilId));
  const isThereNow = (pupil: PupilOnRecord): boolean =>
    groups.some(({ groupKind, groupName }) => {
      const value = { class: pupil.className, year: pupil.yearGroup, pupil: pupil.id }[groupKind];
      // Whose class or year nobody recorded may be of this one.
      return value === groupName || (value ?? null) === null;
    });
  const isFixed = recordedBy !== undefined && wereThere.size > 0;
  const isThere = (pupil: PupilOnRecord): boolean =>
    wereThere.has(pupil.id) || (isThereNow(pupil) && (!isFixed || pupil.recordedAt > batch.createdAt));
  return { pupils, roll: pupils.filter(isThere) };
}
