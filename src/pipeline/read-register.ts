import { biometricPermission } from '../policy/register/biometric-permission.ts';
import type { RegisterSources } from '../policy/register/compute-register.ts';
import type { DatedRecord } from '../policy/register/standings.ts';
import { nameOnRecord } from '../policy/register/name-on-record.ts';
import { isOfAge } from '../policy/register/of-age-on.ts';
import { consentsFromRecord, restrictionFromRecord } from '../policy/register/consents-from-record.ts';
import { groupBy } from '../policy/group-by.ts';
import type { BiometricPermission, Pupil, PupilId } from '../policy/words/people.ts';
import type { Queryable } from '../store/database.ts';
import { findRegisterRows, type RegisterRows } from '../store/find-register-rows.ts';

/** A pupil, with what only the school's own record knows. */
export interface PupilOnRecord extends Pupil {
  readonly schoolNumber: string;
  readonly yearGroup: string | null;
  /** Their last day at the school; null for everybody who stays. */
  readonly leftOn: string | null;
  /** When they were first put on record. */
  readonly recordedAt: string;
}

/** What `computeRegister` takes, read from the store. Its `pupils` hold leavers too. */
export interface RegisterRecord extends RegisterSources {
  readonly pupils: readonly PupilOnRecord[];
  /** What was recorded about whom, to tell what came later than a decision. */
  readonly records: ReadonlyMap<PupilId, readonly DatedRecord[]>;
}

/** Whether a pupil is at the school on an ISO day; the last day still counts. */
export function isOnRoll(pupil: { readonly leftOn: string | null }, day: string): boolean {
  return pupil.leftOn === null || pupil.leftOn >= day;
}

function permissionsOf(
  rows: RegisterRows,
  pupils: ReadonlyMap<PupilId, PupilOnRecord>,
  day: string,
): ReadonlyMap<PupilId, BiometricPermission> {
  const events = groupBy(rows.biometricRecords, (record) => record.pupilId);
  const parents = groupBy(rows.parents, (link) => link.pupilId);
  return new Map(
    [...events].map(([pupilId, list]) => {
      const told = list.map(({ event, guardianId, inWriting }) => ({ event, guardianId, inWriting: inWriting === 1 }));
      const ids = (parents.get(pupilId) ?? []).map(({ guardianId }) => guardianId);
      return [pupilId, biometricPermission(told, ids, isOfAge(pupils.get(pupilId)?.dateOfBirth, day))] as const;
    }),
  );
}

function recordsOf({ consents, objections, restrictions }: RegisterRows): ReadonlyMap<PupilId, readonly DatedRecord[]> {
  const records: DatedRecord[] = [
    ...consents.map(({ id, pupilId, channelId, validFrom: from }) => ({ id, pupilId, channelId, from })),
    ...objections.map(({ id, pupilId, channelId, objectedOn: from }) => ({ id, pupilId, channelId, from })),
    ...restrictions.map(({ id, pupilId, startsOn: from }) => ({ id, pupilId, channelId: null, from })),
  ];
  return groupBy(records, (record) => record.pupilId);
}

function pupilsOf(rows: RegisterRows): PupilOnRecord[] {
  const siblings = groupBy(rows.siblings, (pair) => pair.pupilId);
  return rows.pupils.map((row) => ({
    id: row.id,
    name: { ...nameOnRecord(row), others: JSON.parse(row.otherNamesJson) as string[] },
    ...(row.className === null ? {} : { className: row.className }),
    ...(row.dateOfBirth === null ? {} : { dateOfBirth: row.dateOfBirth }),
    siblings: (siblings.get(row.id) ?? []).map(({ siblingId }) => siblingId),
    schoolNumber: row.schoolNumber,
    yearGroup: row.yearGroup,
    leftOn: row.leftOn,
    recordedAt: row.createdAt,
  }));
}

/**
 * Everything the register of an ISO day is computed from, for these pupils or for everybody: hand it to
 * `computeRegister` with the same day. Channels are all that are or were open. A leaver's permissions end with their
 * last day, what guardians permitted with childhood.
 */
export async function readRegister(
  database: Queryable,
  day: string,
  pupilIds?: readonly string[],
): Promise<RegisterRecord> {
  const rows = await findRegisterRows(database, pupilIds);
  const pupils = pupilsOf(rows);
  const byId = new Map(pupils.map((pupil) => [pupil.id, pupil]));
  return {
    pupils,
    consents: consentsFromRecord(rows.consents, rows.objections, byId, day),
    restrictions: rows.restrictions.map(restrictionFromRecord),
    channels: rows.channels.map(({ id, profile, namesAllowed, noRecordMeans }) => ({
      id,
      profile,
      namesAllowed: namesAllowed === 1,
      noRecordMeans,
    })),
    biometric: permissionsOf(rows, byId, day),
    records: recordsOf(rows),
  };
}
