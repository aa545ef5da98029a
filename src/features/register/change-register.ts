import { enqueueRegisterChanged } from '../../jobs/enqueue-register-changed.ts';
import { isoToday, type Clock } from '../../lib/clock.ts';
import { isOnRoll, readRegister } from '../../pipeline/read-register.ts';
import { canHoldTemplate } from '../../policy/register/can-hold-template.ts';
import type { Trx } from '../../store/database.ts';
import { eraseTemplates, type ErasedTemplates } from '../../store/erase-templates.ts';
import { forgetDeleted } from '../../store/forget-deleted.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import type { RegisterParts } from './parts.ts';
import { getPupil } from './store.ts';

const nothingErased: ErasedTemplates = { templates: 0, files: [] };

/**
 * The gate, after any change: without a complete permission, or after their last day, a pupil has no template and no
 * reference photo. Returns the files to erase from the vault after the commit.
 */
export async function settleTemplates(
  trx: Trx,
  clock: Clock,
  pupilId: string,
  actor: string,
): Promise<ErasedTemplates> {
  const { pupils, biometric } = await readRegister(trx, isoToday(clock), [pupilId]);
  const isHere = pupils.every((pupil) => isOnRoll(pupil, isoToday(clock)));
  if (isHere && canHoldTemplate(biometric.get(pupilId) ?? 'not-asked')) return nothingErased;
  return await eraseTemplates(trx, clock, { pupilId, actor });
}

/** After the commit: the files go, and with them what the database's own log still remembers. */
export async function forgetFiles(
  { database, vault }: Pick<RegisterParts, 'database' | 'vault'>,
  { templates, files }: ErasedTemplates,
): Promise<void> {
  for (const file of files) await vault.erase(file);
  if (templates > 0 || files.length > 0) await forgetDeleted(database);
}

/** What a change gives back: the days, besides today, from which it makes a difference. */
export interface RegisterChange<Result> {
  readonly result: Result;
  readonly effectiveDays?: readonly string[];
}

/**
 * Change what the register says of one pupil: the change, its audit event, the end of templates that are no longer
 * permitted and the job that draws the consequences are one transaction. Throws `not-found` for an unknown pupil.
 */
export async function changeRegister<Result>(
  parts: RegisterParts,
  { pupilId, actor }: { readonly pupilId: string; readonly actor: string },
  change: (trx: Trx) => Promise<RegisterChange<Result>>,
): Promise<{ readonly result: Result; readonly templatesErased: number }> {
  const { result, erased } = await withTransaction(parts.database, async (trx) => {
    await getPupil(trx, pupilId);
    const { result, effectiveDays = [] } = await change(trx);
    await enqueueRegisterChanged(trx, parts.clock, pupilId);
    for (const day of effectiveDays) await enqueueRegisterChanged(trx, parts.clock, pupilId, day);
    return { result, erased: await settleTemplates(trx, parts.clock, pupilId, actor) };
  });
  parts.wakeJobs();
  await forgetFiles(parts, erased);
  return { result, templatesErased: erased.templates };
}
