import { setImmediate } from 'node:timers/promises';
import { quarantinePhoto } from '../../jobs/quarantine-photo.ts';
import { settleBatch } from '../../jobs/settle-batch.ts';
import { isoNow, isoToday } from '../../lib/clock.ts';
import { readReleaseDay } from '../../pipeline/judge-release.ts';
import { factsReader, type ReadFacts } from '../../pipeline/facts-reader.ts';
import { judgeStoredPhoto } from '../../pipeline/judge-stored-photo.ts';
import { moveOn, type PhotoState } from '../../policy/lifecycle.ts';
import { newConcerns } from '../../policy/new-concerns.ts';
import type { ReleasedConsequences } from '../../policy/released-consequences.ts';
import type { Queryable, Trx } from '../../store/database.ts';
import { updatePhoto, type Photo } from '../../store/find-photo.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { insertVerdict, readVerdict } from '../../store/verdict-rows.ts';
import { openTakedown } from '../../jobs/open-takedown.ts';
import { judgeReleased } from './judge-released.ts';
import { quarantineDecided } from './quarantine-decided.ts';
import { getRelease, type Release } from './store.ts';
import { writeLooks } from './write-looks.ts';
import type { TakedownParts } from './parts.ts';

/** Photos that have not left, and that a replay may send back to the moderators. */
const undecided = ['clear', 'flagged', 'approved'];

/** A photo whose verdict of today is not the one it has. */
async function findFlagged(database: Queryable, photo: Photo, day: string, readFacts: ReadFacts) {
  const judged = await judgeStoredPhoto(database, photo, day, readFacts);
  const now = await readVerdict(database, photo.currentVerdictId);
  const facts = {
    uploaderId: photo.uploadedBy,
    verdict: judged.verdict.verdict,
    block: judged.block,
    overrideAskedBy: null,
  };
  const step = moveOn(photo.state as PhotoState, 'judge-again', 'photoward', facts);
  if (!step.allowed) return null;
  return newConcerns(now, { ...judged.verdict, standings: judged.standings }).length === 0
    ? null
    : { photo, judged, next: step.next };
}

type Flagged = NonNullable<Awaited<ReturnType<typeof findFlagged>>>;

async function writeFlagged(trx: Trx, { clock }: TakedownParts, { photo, judged, next }: Flagged): Promise<void> {
  const picture = { photoId: photo.id, outputId: photo.currentOutputId };
  const verdictId = await insertVerdict(trx, clock, picture, { ...judged, cause: 'replay' });
  await recordAudit(trx, clock, {
    actor: 'system',
    action: 'photo/judged-again',
    subject: { kind: 'photo', id: photo.id },
    detail: { from: photo.state, to: next, verdict: judged.verdict.verdict },
  });
  const quarantine = await quarantinePhoto(trx, clock, photo, judged.verdict);
  const stateChangedAt = isoNow(clock);
  await updatePhoto(trx, photo, { state: next, currentVerdictId: verdictId, stateChangedAt, ...quarantine });
  await settleBatch(trx, clock, photo.batchId);
}

interface Consequence {
  readonly release: Release;
  readonly consequences: ReleasedConsequences;
}

async function writeConsequences(trx: Trx, parts: TakedownParts, one: Consequence): Promise<void> {
  const { clock } = parts;
  const { takedown, looks } = one.consequences;
  const release = await getRelease(trx, one.release.id);
  if (release.takenDownAt !== null) return;
  if (takedown !== null) {
    await openTakedown(trx, clock, release, { ...takedown, actor: 'system' });
    return;
  }
  await writeLooks(trx, clock, release, looks);
}

/**
 * Judge every photo of a batch again with the register and the policy of today; no models. Returns what to write. What
 * was clear or approved and is not goes back to the moderators; what has left becomes a takedown, or a picture to look at; what new thresholds take for nudity, a case for the lead.
 * The photo's version guards against what happens meanwhile: the job is then tried again.
 */
export async function judgeBatchAgain(parts: TakedownParts, batchId: string): Promise<(trx: Trx) => Promise<void>> {
  const { database, clock } = parts;
  const photos = await database
    .selectFrom('photos')
    .selectAll()
    .where('batchId', '=', batchId)
    .where('state', 'in', undecided)
    .orderBy('position')
    .execute();
  const flagged: Flagged[] = [];
  const readFacts = factsReader(database, isoToday(clock));
  for (const photo of photos) {
    const found = await findFlagged(database, photo, isoToday(clock), readFacts);
    if (found !== null) flagged.push(found);
    await setImmediate(); // others are served in between
  }
  const releases = await database
    .selectFrom('releases')
    .selectAll()
    .where('batchId', '=', batchId)
    .where('takenDownAt', 'is', null)
    .orderBy('id')
    .execute();
  const day = await readReleaseDay(database, clock);
  const due: Consequence[] = [];
  for (const release of releases) {
    due.push({ release, consequences: await judgeReleased(database, release, day) });
    await setImmediate();
  }
  return async (trx) => {
    for (const one of flagged) await writeFlagged(trx, parts, one);
    for (const one of due) await writeConsequences(trx, parts, one);
    await quarantineDecided(trx, clock, batchId);
  };
}
