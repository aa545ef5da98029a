import type { SignedIn } from '../../http/signed-in.ts';
import { isoToday } from '../../lib/clock.ts';
import type { Box } from '../../lib/geometry.ts';
import { headOutline } from '../../pipeline/covering/head-outline.ts';
import { factsReader } from '../../pipeline/facts-reader.ts';
import { readSeen } from '../../pipeline/judge-stored-photo.ts';
import { blockKindOf } from '../../policy/block-kind.ts';
import { findingsForViewer } from '../../policy/findings-for-viewer.ts';
import type { PhotoState } from '../../policy/lifecycle.ts';
import { isDoubt } from '../../policy/is-doubt.ts';
import { whyNotCompared } from '../../policy/with-drawn-faces.ts';
import type { Evidence } from '../../policy/words/evidence.ts';
import type { AnsweredQuestion } from '../../policy/words/handling-policy.ts';
import type { Facts } from '../../policy/words/rule.ts';
import type { Queryable } from '../../store/database.ts';
import { observedIn, readEvidence } from '../../store/evidence-rows.ts';
import { findPhoto, getBatch, type Photo } from '../../store/find-photo.ts';
import { readVerdict } from '../../store/verdict-rows.ts';
import { describeMarks, nameCandidates, toQuad } from './describe-marks.ts';
import { describeOutput } from './describe-output.ts';
import { listDenials } from './list-denials.ts';
import { readHistory } from './read-history.ts';
import { findOpenOverride, getModeratedPhoto, isLead } from './store.ts';
import type { ModerationParts } from './parts.ts';

/** Everything a moderator may know about a photo. Positions are of the photo as uploaded. Throws `not-found`. */
export async function readModeratedPhoto({ database, clock }: ModerationParts, person: SignedIn, photoId: string) {
  const photo = await getModeratedPhoto(database, person, photoId);
  const evidence = await readEvidence(database, { photoId, outputId: null });
  const verdict = await readVerdict(database, photo.currentVerdictId);
  const { facts } = await factsReader(database, isoToday(clock))(photo);
  const metadata = observedIn(evidence, 'metadata');
  return {
    ...describePhoto(photo, person),
    looksLike: await findTwin(database, photo, person),
    uploadedBy: await nameOf(database, photo.uploadedBy),
    batch: await describeBatch(database, photo.batchId),
    verdict: verdict?.verdict ?? null,
    findings: findingsForViewer(verdict?.findings ?? [], isLead(person) ? 'dsl' : 'moderator'),
    coverageLine: verdict?.coverage.line ?? null,
    lineUpLeft: verdict?.coverage.lineUp.length ?? 0,
    block: verdict === null ? null : blockKindOf(verdict, facts),
    ...describeMarks(evidence, facts, isoToday(clock)),
    drawnFaces: await listDrawnFaces(database, photoId, { evidence, facts, today: isoToday(clock) }),
    denials: await listDenials(database, photoId),
    metadata: { summary: metadata?.summary ?? null, items: (metadata?.items ?? []).map((item) => ({ ...item })) },
    output: await describeOutput(database, photo, facts, isoToday(clock)),
    override: await describeOverride(database, photo, person),
    history: await readHistory(database, photoId),
  };
}

function describePhoto(photo: Photo, person: SignedIn) {
  const { id, version, fileName, caption, altText, uploadedAt } = photo;
  return {
    ...{ id, version, fileName, caption, altText, uploadedAt },
    state: photo.state as PhotoState,
    isMine: photo.uploadedBy === person.accountId,
    isQuarantined: photo.quarantined === 1,
    widthPx: photo.width,
    heightPx: photo.height,
    hasPreview: photo.previewFileId !== null,
  };
}

/** The earlier photo that looks the same; a quarantined one is known to the safeguarding lead alone. */
async function findTwin(database: Queryable, photo: Photo, person: SignedIn): Promise<string | null> {
  if (photo.nearDuplicateOf === null) return null;
  const twin = await findPhoto(database, photo.nearDuplicateOf);
  return twin === undefined || (twin.quarantined === 1 && !isLead(person)) ? null : twin.id;
}

async function nameOf(database: Queryable, accountId: string): Promise<string> {
  const row = await database
    .selectFrom('accounts')
    .select('displayName')
    .where('id', '=', accountId)
    .executeTakeFirst();
  return row?.displayName ?? '';
}

async function describeBatch(database: Queryable, batchId: string) {
  const { id, title, eventDate, caption, checklistJson } = await getBatch(database, batchId);
  const rows = await database
    .selectFrom('batchChannels')
    .innerJoin('channels', 'channels.id', 'batchChannels.channelId')
    .select('channels.name')
    .where('batchId', '=', batchId)
    .orderBy('channels.name')
    .execute();
  const answers = JSON.parse(checklistJson) as readonly AnsweredQuestion[];
  return {
    ...{ id, title, eventDate, caption },
    channels: rows.map((row) => row.name),
    checklist: answers.map((one) => ({ question: one.question, answer: one.answer, isConcern: isDoubt(one) })),
  };
}

/** Faces drawn by hand: whether they were compared, with whom, and if not, why. */
async function listDrawnFaces(
  database: Queryable,
  photoId: string,
  { evidence, facts, today }: { readonly evidence: Evidence; readonly facts: Facts; readonly today: string },
) {
  const rows = await database
    .selectFrom('drawnFaces')
    .select(['id', 'boxJson', 'seenJson'])
    .where('photoId', '=', photoId)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute();
  let number = observedIn(evidence, 'faces')?.length ?? 0;
  return rows.map(({ id, boxJson, seenJson }) => {
    const drawn = { box: JSON.parse(boxJson) as Box, seen: readSeen(seenJson) };
    const reason = whyNotCompared(drawn, evidence);
    const isWaiting = drawn.seen === null;
    const comparison = isWaiting
      ? ('waiting' as const)
      : reason === null
        ? ('compared' as const)
        : ('not-compared' as const);
    const match = drawn.seen?.status === 'compared' ? drawn.seen.match : undefined;
    return {
      ...{ id, box: drawn.box, head: toQuad(headOutline(drawn.box, null)), reason },
      comparison,
      number: reason === null ? ++number : null,
      candidates: nameCandidates(match, facts, today),
    } as const;
  });
}

async function describeOverride(database: Queryable, photo: Photo, person: SignedIn) {
  const open = await findOpenOverride(database, photo);
  if (open === undefined) return null;
  const { askedBy, reason } = open;
  return { askedBy: await nameOf(database, askedBy), reason, isMine: askedBy === person.accountId };
}
