import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { listKeys, type KeyUse } from './list-keys.ts';
import type { KeyParts, LeftAsItWas } from './parts.ts';
import { requireKeys } from './require-keys.ts';
import { resealFiles } from './reseal-files.ts';
import { resealValues } from './reseal-values.ts';

/** What was done, and what every key seals now, read anew from the disk and the database. */
export interface ResealReport {
  readonly files: number;
  readonly values: number;
  readonly left: readonly LeftAsItWas[];
  readonly wasStopped: boolean;
  readonly keys: readonly KeyUse[];
}

/**
 * Seal all that is kept anew with the newest key. Nothing may write meanwhile but this process: the caller holds the
 * serving lock. It can be stopped and run again at any moment; each file and value is under its old key or the new one,
 * and the ring opens both. Throws `file-sealed` before anything is touched when a key in use is not in the ring, and
 * `disk-full` and its like with what was done so far kept.
 */
export async function resealEverything(
  parts: KeyParts,
  { signal, step }: { readonly signal: AbortSignal; readonly step: () => void },
): Promise<ResealReport> {
  await requireKeys(parts.database, parts.keys);
  const values = await resealValues(parts, signal);
  const files = await resealFiles(parts, signal, step);
  const left = [...values.left, ...files.left];
  const report = { files: files.done, values: values.done, left, wasStopped: signal.aborted };
  const keys = await listKeys(parts);
  await note(parts, { ...report, keys });
  return { ...report, keys };
}

async function note({ database, clock, keys: ring }: KeyParts, report: ResealReport): Promise<void> {
  const { files, values, left, wasStopped, keys } = report;
  const unused = keys.filter(({ mayGo }) => mayGo).map(({ id }) => id);
  await withTransaction(database, async (trx) => {
    const detail = { files, values, left: left.length, stopped: wasStopped, unused };
    const subject = { kind: 'key', id: ring.current.id } as const;
    await recordAudit(trx, clock, { actor: 'system', action: 'keys/resealed', subject, detail });
  });
}
