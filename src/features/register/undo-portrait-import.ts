import { isoNow } from '../../lib/clock.ts';
import type { Trx } from '../../store/database.ts';
import { eraseFileRow } from '../../store/insert-file.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { readImportLines } from './import-store.ts';
import type { RegisterParts } from './parts.ts';
import { onlyLines, type ImportUndo, type ImportUndoRun, type UndoneLine } from './undo-outcome.ts';

interface Portrait {
  readonly id: string;
  readonly pupilId: string;
  readonly fileId: string;
  readonly importId: string | null;
  readonly addedAt: string;
}

async function removePortrait(trx: Trx, { clock }: RegisterParts, actor: string, portrait: Portrait): Promise<void> {
  await trx.deleteFrom('referencePhotos').where('id', '=', portrait.id).execute();
  await eraseFileRow(trx, clock, portrait.fileId);
  const detail = { referencePhotoId: portrait.id, purpose: 'portrait' };
  const subject = { kind: 'pupil', id: portrait.pupilId } as const;
  await recordAudit(trx, clock, { actor, action: 'reference/removed', subject, detail });
}

/** Who looked for a pupil beside a wrong portrait looked for somebody else: "not here" has to be said again. */
async function forgetLooks(
  trx: Trx,
  { clock }: RegisterParts,
  pupilId: string,
  shown: { readonly from: string; readonly to: string },
): Promise<void> {
  await trx
    .updateTable('lineUpAnswers')
    .set({ replacedAt: isoNow(clock) })
    .where('pupilId', '=', pupilId)
    .where('answer', '=', 'not-here')
    .where('answeredAt', '>=', shown.from)
    .where('answeredAt', '<=', shown.to)
    .where('replacedAt', 'is', null)
    .execute();
}

/**
 * Undo imported portraits: those that are still in use go, and with all of them the answers of line-ups in which nobody
 * saw the pupil while they were shown.
 */
export async function undoPortraitImport(
  trx: Trx,
  parts: RegisterParts,
  { actor, importId, appliedAt }: ImportUndoRun,
): Promise<ImportUndo> {
  const portraits = await trx
    .selectFrom('referencePhotos')
    .select(['id', 'pupilId', 'fileId', 'importId', 'addedAt'])
    .where('purpose', '=', 'portrait')
    .execute();
  const shown = new Map(portraits.map((portrait) => [portrait.pupilId, portrait]));
  const lines = await readImportLines(trx, importId, { change: 'change' });
  const undone: UndoneLine[] = [];
  const removed: Portrait[] = [];
  for (const { place, pupilId, pupil } of lines) {
    const portrait = shown.get(pupilId ?? '');
    const isOurs = portrait?.importId === importId;
    if (isOurs) removed.push(portrait);
    if (isOurs) await removePortrait(trx, parts, actor, portrait);
    const to = portrait === undefined || isOurs ? isoNow(parts.clock) : portrait.addedAt;
    if (pupilId !== null) await forgetLooks(trx, parts, pupilId, { from: appliedAt, to });
    if (pupil === null) undone.push({ place, outcome: 'gone', kept: [] });
    else if (isOurs) undone.push({ place, outcome: 'back', kept: [] });
    else undone.push({ place, outcome: 'kept', kept: ['portrait'] });
  }
  return { ...onlyLines(undone), portraits: removed.map(({ fileId: id }) => ({ kind: 'portrait', id })) };
}
