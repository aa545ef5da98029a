import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import type { Trx } from '../../store/database.ts';
import { eraseUnusedGuardians } from '../../store/erase-unused-guardians.ts';
import { recordAudit } from '../../store/record-audit.ts';
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

interface Joined {
  readonly pupilId: string;
  readonly guardianId: string;
}

/** A pupil's guardians by name. Throws `not-found`. */
export async function listGuardians({ database }: RegisterParts, pupilId: string) {
  await getPupil(database, pupilId);
  const rows = await database
    .selectFrom('pupilGuardians')
    .innerJoin('guardians', 'guardians.id', 'pupilGuardians.guardianId')
    .select(['guardians.id', 'guardians.name', 'guardians.email', 'guardians.phone', 'guardians.version'])
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

/** Join a known guardian to a pupil. Throws `not-found`, or `conflict` when they are joined already. */
export async function joinGuardian(
  parts: RegisterParts,
  personId: string,
  { pupilId, guardianId }: Joined,
  link: GuardianLink,
): Promise<void> {
  await changeRegister(parts, { pupilId, actor: personId }, async (trx) => {
    const known = await trx.selectFrom('guardians').select('id').where('id', '=', guardianId).executeTakeFirst();
    if (known === undefined) throw new AppError('not-found');
    if (await isJoined(trx, { pupilId, guardianId })) throw new AppError('conflict');
    await writeLink(trx, pupilId, guardianId, link);
    const subject = { kind: 'guardian', id: guardianId } as const;
    const detail = { pupilId, joined: true };
    await recordAudit(trx, parts.clock, { actor: personId, action: 'guardian/changed', subject, detail });
    return { result: undefined };
  });
}

/**
 * Part a guardian from a pupil. What they answered stays on record; of whom nothing is on record, the name goes too.
 * Throws `not-found`, or `changed-meanwhile` when `version` is not the present one.
 */
export async function unlinkGuardian(
  parts: RegisterParts,
  personId: string,
  { pupilId, guardianId }: Joined,
  version: number,
): Promise<void> {
  await changeRegister(parts, { pupilId, actor: personId }, async (trx) => {
    await requireUnchanged(trx, { pupilId, guardianId }, version);
    await trx
      .deleteFrom('pupilGuardians')
      .where('pupilId', '=', pupilId)
      .where('guardianId', '=', guardianId)
      .execute();
    await eraseUnusedGuardians(trx, [guardianId]);
    const subject = { kind: 'guardian', id: guardianId } as const;
    const detail = { pupilId, parted: true };
    await recordAudit(trx, parts.clock, { actor: personId, action: 'guardian/changed', subject, detail });
    return { result: undefined };
  });
}

/**
 * Change a guardian's name and contact, for all their children, and how they are joined to this one. Throws `not-found`,
 * or `changed-meanwhile` when `version` is not the present one.
 */
export async function changeGuardian(
  parts: RegisterParts,
  personId: string,
  { pupilId, guardianId }: Joined,
  { relationship, isParent, version, ...contact }: GuardianContact & GuardianLink & { readonly version: number },
): Promise<void> {
  await changeRegister(parts, { pupilId, actor: personId }, async (trx) => {
    await requireUnchanged(trx, { pupilId, guardianId }, version);
    await trx
      .updateTable('guardians')
      .set({ ...contact, updatedAt: isoNow(parts.clock), version: version + 1 })
      .where('id', '=', guardianId)
      .execute();
    await trx
      .updateTable('pupilGuardians')
      .set({ relationship, isParent: isParent ? 1 : 0 })
      .where('pupilId', '=', pupilId)
      .where('guardianId', '=', guardianId)
      .execute();
    const subject = { kind: 'guardian', id: guardianId } as const;
    await recordAudit(trx, parts.clock, { actor: personId, action: 'guardian/changed', subject, detail: { pupilId } });
    return { result: undefined };
  });
}

async function isJoined(trx: Trx, { pupilId, guardianId }: Joined): Promise<boolean> {
  const row = await trx
    .selectFrom('pupilGuardians')
    .select('guardianId')
    .where('pupilId', '=', pupilId)
    .where('guardianId', '=', guardianId)
    .executeTakeFirst();
  return row !== undefined;
}

async function requireUnchanged(trx: Trx, joined: Joined, version: number): Promise<void> {
  if (!(await isJoined(trx, joined))) throw new AppError('not-found');
  const row = await trx
    .selectFrom('guardians')
    .select('version')
    .where('id', '=', joined.guardianId)
    .executeTakeFirstOrThrow();
  if (row.version !== version) throw new AppError('changed-meanwhile');
}

async function writeLink(trx: Trx, pupilId: string, guardianId: string, link: GuardianLink): Promise<void> {
  const { relationship, isParent } = link;
  await trx
    .insertInto('pupilGuardians')
    .values({ pupilId, guardianId, relationship, isParent: isParent ? 1 : 0 })
    .execute();
}
