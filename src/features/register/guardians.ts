import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import type { Trx } from '../../store/database.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { changeRegister } from './change-register.ts';
import type { RegisterParts } from './parts.ts';
import { getPupil } from './store.ts';

export interface GuardianContact {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface GuardianLink {
  readonly relationship: string;
  /** Stands as a parent in law: a parent, a carer with responsibility, a local authority. */
  readonly isParent: boolean;
}

/** A pupil's guardians by name. Throws `not-found`. */
export async function listGuardians({ database }: RegisterParts, pupilId: string) {
  await getPupil(database, pupilId);
  const rows = await database
    .selectFrom('pupilGuardians')
    .innerJoin('guardians', 'guardians.id', 'pupilGuardians.guardianId')
    .select(['guardians.id', 'guardians.name', 'guardians.email', 'guardians.phone'])
    .select(['pupilGuardians.relationship', 'pupilGuardians.isParent'])
    .where('pupilGuardians.pupilId', '=', pupilId)
    .orderBy('guardians.name')
    .orderBy('guardians.id')
    .execute();
  return rows.map((row) => ({ ...row, isParent: row.isParent === 1 }));
}

/** Add a guardian. A further parent makes a biometric permission incomplete until they are notified. */
export async function addGuardian(
  parts: RegisterParts,
  personId: string,
  pupilId: string,
  { relationship, isParent, ...contact }: GuardianContact & GuardianLink,
): Promise<{ readonly id: string }> {
  const { result } = await changeRegister(parts, { pupilId, actor: personId }, async (trx) => {
    const [id, now] = [newId(), isoNow(parts.clock)];
    await trx
      .insertInto('guardians')
      .values({ id, ...contact, createdAt: now, updatedAt: now })
      .execute();
    await writeLink(trx, pupilId, id, { relationship, isParent });
    await recordAudit(trx, parts.clock, {
      actor: personId,
      action: 'guardian/added',
      subject: { kind: 'guardian', id },
      detail: { pupilId },
    });
    return { result: { id } };
  });
  return result;
}

/** Join a known guardian to a pupil, or change how. Throws `not-found`. */
export async function linkGuardian(
  parts: RegisterParts,
  personId: string,
  { pupilId, guardianId }: { readonly pupilId: string; readonly guardianId: string },
  link: GuardianLink,
): Promise<void> {
  await changeRegister(parts, { pupilId, actor: personId }, async (trx) => {
    await getGuardian(trx, guardianId);
    await trx
      .deleteFrom('pupilGuardians')
      .where('pupilId', '=', pupilId)
      .where('guardianId', '=', guardianId)
      .execute();
    await writeLink(trx, pupilId, guardianId, link);
    const subject = { kind: 'guardian', id: guardianId } as const;
    await recordAudit(trx, parts.clock, { actor: personId, action: 'guardian/changed', subject, detail: { pupilId } });
    return { result: undefined };
  });
}

/** Part a guardian from a pupil. Throws `not-found`. */
export async function unlinkGuardian(
  parts: RegisterParts,
  personId: string,
  { pupilId, guardianId }: { readonly pupilId: string; readonly guardianId: string },
): Promise<void> {
  await changeRegister(parts, { pupilId, actor: personId }, async (trx) => {
    const { numDeletedRows } = await trx
      .deleteFrom('pupilGuardians')
      .where('pupilId', '=', pupilId)
      .where('guardianId', '=', guardianId)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) throw new AppError('not-found');
    const subject = { kind: 'guardian', id: guardianId } as const;
    const detail = { pupilId, parted: true };
    await recordAudit(trx, parts.clock, { actor: personId, action: 'guardian/changed', subject, detail });
    return { result: undefined };
  });
}

/** Change a guardian's name and contact, for all their children. Throws `not-found`. */
export async function changeGuardian(
  parts: RegisterParts,
  personId: string,
  guardianId: string,
  contact: GuardianContact,
): Promise<void> {
  await withTransaction(parts.database, async (trx) => {
    await getGuardian(trx, guardianId);
    await trx
      .updateTable('guardians')
      .set({ ...contact, updatedAt: isoNow(parts.clock) })
      .where('id', '=', guardianId)
      .execute();
    const subject = { kind: 'guardian', id: guardianId } as const;
    await recordAudit(trx, parts.clock, { actor: personId, action: 'guardian/changed', subject });
  });
}

async function getGuardian(trx: Trx, id: string): Promise<void> {
  const row = await trx.selectFrom('guardians').select('id').where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('not-found');
}

async function writeLink(trx: Trx, pupilId: string, guardianId: string, link: GuardianLink): Promise<void> {
  const { relationship, isParent } = link;
  await trx
    .insertInto('pupilGuardians')
    .values({ pupilId, guardianId, relationship, isParent: isParent ? 1 : 0 })
    .execute();
}
