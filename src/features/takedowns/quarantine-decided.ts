import { quarantinePhoto } from '../../jobs/quarantine-photo.ts';
import { isoToday, type Clock } from '../../lib/clock.ts';
import { judgeStoredPhoto } from '../../pipeline/judge-stored-photo.ts';
import type { EvidenceItem, EvidenceValues } from '../../policy/words/evidence.ts';
import type { Trx } from '../../store/database.ts';
import { findPhoto, updatePhoto, type Photo } from '../../store/find-photo.ts';
import { readCurrentPolicy } from '../../store/read-current-policy.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { insertVerdict } from '../../store/verdict-rows.ts';

const decided = ['rejected', 'released', 'takedown-due', 'taken-down'];

/**
 * Put photos of a batch that were decided long ago into quarantine when a new threshold says what the screening did not: a
 * case for the safeguarding lead, and no picture for anybody. Their journey goes on; a takedown is due all the same.
 */
export async function quarantineDecided(trx: Trx, clock: Clock, batchId: string): Promise<void> {
  for (const photoId of await findSuspected(trx, batchId)) {
    const photo = await findPhoto(trx, photoId);
    if (photo !== undefined) await quarantineOne(trx, clock, photo);
  }
}

/** Judging every decided photo again each night would be slow; this figure alone can make one a case. */
async function findSuspected(trx: Trx, batchId: string): Promise<ReadonlySet<string>> {
  const { policy } = await readCurrentPolicy(trx);
  const rows = await trx
    .selectFrom('evidenceItems')
    .innerJoin('photos', 'photos.id', 'evidenceItems.photoId')
    .select(['photos.id', 'itemJson'])
    .where('photos.batchId', '=', batchId)
    .where('photos.quarantined', '=', 0)
    .where('photos.state', 'in', decided)
    .where('evidenceItems.name', '=', 'nudity')
    .where('evidenceItems.status', '=', 'observed')
    .execute();
  const isSuspected = (json: string): boolean => {
    const item = JSON.parse(json) as EvidenceItem<EvidenceValues['nudity']>;
    return item.status === 'observed' && item.value.score >= policy.attire.nudity;
  };
  return new Set(rows.filter(({ itemJson }) => isSuspected(itemJson)).map(({ id }) => id));
}

async function quarantineOne(trx: Trx, clock: Clock, photo: Photo): Promise<void> {
  const judged = await judgeStoredPhoto(trx, photo, isoToday(clock));
  const quarantine = await quarantinePhoto(trx, clock, photo, judged.verdict);
  if (quarantine.quarantined === undefined) return;
  const picture = { photoId: photo.id, outputId: photo.currentOutputId };
  const currentVerdictId = await insertVerdict(trx, clock, picture, { ...judged, cause: 'replay' });
  await recordAudit(trx, clock, {
    actor: 'system',
    action: 'photo/judged-again',
    subject: { kind: 'photo', id: photo.id },
    detail: { from: photo.state, to: photo.state, verdict: judged.verdict.verdict },
  });
  await updatePhoto(trx, photo, { currentVerdictId, ...quarantine });
}
