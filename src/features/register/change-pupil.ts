import { AppError } from '../../lib/app-error.ts';
import { isoNow, isoToday } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import { addDays } from '../../lib/school-day.ts';
import { enqueueRegisterChanged } from '../../jobs/enqueue-register-changed.ts';
import { isPupilId } from '../../policy/register/pupil-id.ts';
import { recordAudit } from '../../store/record-audit.ts';
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
    const { numUpdatedRows } = await trx
      .updateTable('pupils')
      .set({ ...columnsOf(details), updatedAt: isoNow(parts.clock), version: version + 1 })
      .where('id', '=', pupilId)
      .where('version', '=', version)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw new AppError('changed-meanwhile');
    const subject = { kind: 'pupil', id: pupilId } as const;
    await recordAudit(trx, parts.clock, { actor: personId, action: 'pupil/changed', subject });
    return { result: undefined };
  });
}

/** Record a pupil's last day, or take it back with null. Templates go when it is past. */
export async function recordLeaving(
  parts: RegisterParts,
  personId: string,
  pupilId: string,
  leftOn: string | null,
): Promise<void> {
  await changeRegister(parts, { pupilId, actor: personId }, async (trx) => {
    await trx
      .updateTable('pupils')
      .set((of) => ({ leftOn, updatedAt: isoNow(parts.clock), version: of('version', '+', 1) }))
      .where('id', '=', pupilId)
      .execute();
    const subject = { kind: 'pupil', id: pupilId } as const;
    await recordAudit(trx, parts.clock, { actor: personId, action: 'pupil/left', subject, detail: { leftOn } });
    return { result: undefined, effectiveDays: leftOn === null ? [] : [addDays(leftOn, 1)] };
  });
}

/** Replace a pupil's siblings. Throws `not-found` or `invalid-input`. */
export async function setSiblings(
  parts: RegisterParts,
  personId: string,
  pupilId: string,
  siblingIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(siblingIds)];
  await changeRegister(parts, { pupilId, actor: personId }, async (trx) => {
    const known = await trx
      .selectFrom('pupils')
      .select('id')
      .where('id', 'in', [...wanted, ''])
      .where('id', '!=', pupilId)
      .execute();
    if (known.length !== wanted.length) {
      throw new AppError('invalid-input', { fields: [{ path: 'siblingIds', message: 'must be other pupils' }] });
    }
    await trx
      .deleteFrom('pupilSiblings')
      .where((is) => is.or([is('pupilId', '=', pupilId), is('siblingId', '=', pupilId)]))
      .execute();
    const rows = wanted.map((siblingId) => {
      const [first, second] = [pupilId, siblingId].sort();
      return { pupilId: first!, siblingId: second!, recordedAt: isoNow(parts.clock) };
    });
    if (rows.length > 0) await trx.insertInto('pupilSiblings').values(rows).execute();
    const subject = { kind: 'pupil', id: pupilId } as const;
    const detail = { siblings: wanted.length };
    await recordAudit(trx, parts.clock, { actor: personId, action: 'pupil/siblings-changed', subject, detail });
    return { result: undefined };
  });
}
