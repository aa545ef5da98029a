import type { Updateable } from 'kysely';
import { AppError } from '../../lib/app-error.ts';
import { isoNow, isoToday } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import { addDays } from '../../lib/school-day.ts';
import { enqueueRegisterChanged } from '../../jobs/enqueue-register-changed.ts';
import { isPupilId } from '../../policy/register/pupil-id.ts';
import type { Trx } from '../../store/database.ts';
import { recordAudit } from '../../store/record-audit.ts';
import type { PupilRow } from '../../store/tables/register-tables.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { changeRegister } from './change-register.ts';
import type { RegisterParts } from './parts.ts';
import { refuseTakenNumber } from './store.ts';

export interface PupilDetails {
  readonly schoolNumber: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName: string | null;
  readonly otherNames: readonly string[];
  readonly className: string | null;
  readonly yearGroup: string | null;
  readonly dateOfBirth: string | null;
}

function columnsOf({ otherNames, ...rest }: PupilDetails) {
  return { ...rest, otherNamesJson: JSON.stringify(otherNames) };
}

function refuseDetails({ schoolNumber, dateOfBirth }: PupilDetails, today: string): void {
  const fields = [
    ...(isPupilId(schoolNumber) ? [] : [{ path: 'schoolNumber', message: 'cannot name a file; use another' }]),
    ...(dateOfBirth !== null && dateOfBirth > today
      ? [{ path: 'dateOfBirth', message: 'must not lie in the future' }]
      : []),
  ];
  if (fields.length > 0) throw new AppError('invalid-input', { fields });
}

/** Change a pupil who is still as they were read. Throws `changed-meanwhile` when they are not. */
async function changeUnchanged(
  trx: Trx,
  { clock }: RegisterParts,
  { pupilId, version }: { readonly pupilId: string; readonly version: number },
  change: Updateable<PupilRow>,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('pupils')
    .set({ ...change, updatedAt: isoNow(clock), version: version + 1 })
    .where('id', '=', pupilId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new AppError('changed-meanwhile');
}

/** Add a pupil. Throws `conflict` when the school number is taken. */
export async function addPupil(
  parts: RegisterParts,
  personId: string,
  details: PupilDetails,
): Promise<{ readonly id: string }> {
  refuseDetails(details, isoToday(parts.clock));
  const [id, now] = [newId(), isoNow(parts.clock)];
  await withTransaction(parts.database, async (trx) => {
    await refuseTakenNumber(trx, details.schoolNumber);
    await trx
      .insertInto('pupils')
      .values({ id, ...columnsOf(details), leftOn: null, createdAt: now, updatedAt: now })
      .execute();
    await recordAudit(trx, parts.clock, { actor: personId, action: 'pupil/added', subject: { kind: 'pupil', id } });
    await enqueueRegisterChanged(trx, parts.clock, id);
  });
  parts.wakeJobs();
  return { id };
}

/** Change a pupil's details. Throws `not-found`, `conflict`, or `changed-meanwhile` when `version` is not the present one. */
export async function changePupil(
  parts: RegisterParts,
  personId: string,
  pupilId: string,
  { version, ...details }: PupilDetails & { readonly version: number },
): Promise<void> {
  refuseDetails(details, isoToday(parts.clock));
  await changeRegister(parts, { pupilId, actor: personId }, async (trx) => {
    await refuseTakenNumber(trx, details.schoolNumber, pupilId);
    await changeUnchanged(trx, parts, { pupilId, version }, columnsOf(details));
    const subject = { kind: 'pupil', id: pupilId } as const;
    await recordAudit(trx, parts.clock, { actor: personId, action: 'pupil/changed', subject });
    return { result: undefined };
  });
}

/**
 * Record a pupil's last day, or take it back with null. Templates go when it is past. Throws `not-found`, or
 * `changed-meanwhile` when `version` is not the present one.
 */
export async function recordLeaving(
  parts: RegisterParts,
  personId: string,
  pupilId: string,
  { leftOn, version }: { readonly leftOn: string | null; readonly version: number },
): Promise<void> {
  await changeRegister(parts, { pupilId, actor: personId }, async (trx) => {
    await changeUnchanged(trx, parts, { pupilId, version }, { leftOn });
    const subject = { kind: 'pupil', id: pupilId } as const;
    await recordAudit(trx, parts.clock, { actor: personId, action: 'pupil/left', subject, detail: { leftOn } });
    return { result: undefined, effectiveDays: leftOn === null ? [] : [addDays(leftOn, 1)] };
  });
}
