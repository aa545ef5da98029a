import { AppError } from '../../lib/app-error.ts';
import { isoNow, isoToday } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import { readRegister } from '../../pipeline/read-register.ts';
import {
  biometricPermission,
  permissionGaps,
  type BiometricEvent,
} from '../../policy/register/biometric-permission.ts';
import { isOfAge } from '../../policy/register/of-age-on.ts';
import { canHoldTemplate } from '../../policy/register/can-hold-template.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { changeRegister } from './change-register.ts';
import { documentsByFile, evidenceFileOf } from './documents.ts';
import { listGuardians } from './guardians.ts';
import type { RegisterParts } from './parts.ts';
import { getPupil, requireGuardianOf } from './store.ts';

export interface NewBiometricEvent extends BiometricEvent {
  readonly happenedOn: string;
  readonly evidenceReference: string | null;
  readonly documentId: string | null;
}

/** Whether each event is about one parent. A withdrawal may come from anybody who may object. */
const isAboutParent: Readonly<Record<BiometricEvent['event'], boolean | 'either'>> = {
  'parent-notified': true,
  'parent-exempt': true,
  'parent-consented': true,
  'parent-objected': true,
  'pupil-objected': false,
  withdrawn: 'either',
  reset: false,
};

function refuseEvent(
  { event, guardianId, inWriting, happenedOn }: Omit<NewBiometricEvent, 'documentId'>,
  today: string,
): void {
  const needsParent = isAboutParent[event];
  const fields = [
    ...(needsParent === true && guardianId === null ? [{ path: 'guardianId', message: 'must say which parent' }] : []),
    ...(needsParent === false && guardianId !== null ? [{ path: 'guardianId', message: 'must be null here' }] : []),
    ...(event === 'parent-consented' && !inWriting
      ? [{ path: 'inWriting', message: 'must be true: the law asks for written consent' }]
      : []),
    ...(happenedOn > today ? [{ path: 'happenedOn', message: 'must not lie in the future' }] : []),
  ];
  if (fields.length > 0) throw new AppError('invalid-input', { fields });
}

/**
 * Record one event about a pupil's biometric permission. When the permission is not complete afterwards, templates and
 * reference photos are gone with the same commit. Throws `not-found` or `invalid-input`.
 */
export async function recordBiometricEvent(
  parts: RegisterParts,
  personId: string,
  pupilId: string,
  { documentId, ...event }: NewBiometricEvent,
): Promise<{ readonly id: string; readonly canHoldTemplate: boolean; readonly templatesErased: number }> {
  refuseEvent(event, isoToday(parts.clock));
  const { result, templatesErased } = await changeRegister(parts, { pupilId, actor: personId }, async (trx) => {
    if (event.guardianId !== null) await requireGuardianOf(trx, pupilId, event.guardianId);
    const id = newId();
    await trx
      .insertInto('biometricRecords')
      .values({
        id,
        pupilId,
        ...event,
        inWriting: event.inWriting ? 1 : 0,
        evidenceFileId: await evidenceFileOf(trx, pupilId, documentId),
        recordedAt: isoNow(parts.clock),
        recordedBy: personId,
      })
      .execute();
    const subject = { kind: 'pupil', id: pupilId } as const;
    const detail = { recordId: id, event: event.event };
    await recordAudit(trx, parts.clock, { actor: personId, action: 'biometric/recorded', subject, detail });
    const { biometric } = await readRegister(trx, isoToday(parts.clock), [pupilId]);
    return { result: { id, canHoldTemplate: canHoldTemplate(biometric.get(pupilId)!) } };
  });
  return { ...result, templatesErased };
}

/** A pupil's biometric permission with everything it rests on. Throws `not-found`. */
export async function readBiometric(parts: RegisterParts, pupilId: string) {
  const { dateOfBirth } = await getPupil(parts.database, pupilId);
  const adult = isOfAge(dateOfBirth, isoToday(parts.clock));
  const rows = await parts.database
    .selectFrom('biometricRecords')
    .innerJoin('accounts', 'accounts.id', 'biometricRecords.recordedBy')
    .selectAll('biometricRecords')
    .select('accounts.displayName')
    .where('pupilId', '=', pupilId)
    .orderBy('biometricRecords.id')
    .execute();
  const events = rows.map((row) => ({ ...row, inWriting: row.inWriting === 1 }));
  const parents = (await listGuardians(parts, pupilId)).filter((guardian) => guardian.isParent);
  const ids = parents.map(({ id }) => id);
  const documents = await documentsByFile(parts.database, pupilId);
  const permission = biometricPermission(events, ids, adult);
  return {
    permission,
    canHoldTemplate: canHoldTemplate(permission),
    missing: permissionGaps(events, ids, adult),
    parents: parents.map(({ id, name }) => ({
      guardianId: id,
      name,
      isTold: !permissionGaps(events, [id], adult).includes('parent-not-notified'),
    })),
    events: events
      .map(({ id, event, guardianId, happenedOn, inWriting, evidenceReference, recordedAt, ...row }) => ({
        ...{ id, event, guardianId, happenedOn, inWriting, evidenceReference, recordedAt },
        documentId: documents.get(row.evidenceFileId ?? '') ?? null,
        recordedBy: { id: row.recordedBy, displayName: row.displayName },
      }))
      .reverse(),
  };
}
