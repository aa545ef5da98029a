import type { ReadFacts } from '../../pipeline/facts-reader.ts';
import { judgeStoredPhoto, type Judged } from '../../pipeline/judge-stored-photo.ts';
import type { PhotoState } from '../../policy/lifecycle.ts';
import { whyNotReleased, type ReleaseRefusal } from '../../policy/why-not-released.ts';
import type { Queryable } from '../../store/database.ts';
import type { Photo } from '../../store/find-photo.ts';
import { readVerdict } from '../../store/verdict-rows.ts';

/** The approval a release rests on. */
export interface Approval {
  readonly decisionId: string;
  readonly verdictId: string | null;
  readonly decidedBy: string;
}

/** A photo judged at the moment of release. `refusal` is null when it may leave. */
export interface JudgedForRelease {
  readonly judged: Judged;
  readonly approval: Approval | null;
  readonly refusal: ReleaseRefusal | null;
}

/** The standing approval of the picture as it is now, covers and crops included. */
async function findApproval(database: Queryable, photo: Photo): Promise<Approval | null> {
  const { currentOutputId } = photo;
  const row = await database
    .selectFrom('decisions')
    .select(['id', 'verdictId', 'decidedBy', 'decision'])
    .where('photoId', '=', photo.id)
    .where('outputId', currentOutputId === null ? 'is' : '=', currentOutputId)
    .where('undoneAt', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined || row.decision === 'reject' || row.decision === 'delete') return null;
  return { decisionId: row.id, verdictId: row.verdictId, decidedBy: row.decidedBy };
}

/** Whether a photo that is out on another channel left with other words than stand beside it now. */
async function hasOtherWords(database: Queryable, photo: Photo, { facts }: Judged): Promise<boolean> {
  if (photo.state !== 'released') return false;
  const before = await database
    .selectFrom('releases')
    .select(['caption', 'altText'])
    .where('photoId', '=', photo.id)
    .execute();
  return before.some(({ caption, altText }) => caption !== facts.caption || altText !== facts.altText);
}

/**
 * Judge a photo once more, with the register, policy and words of an ISO day, and say whether it may leave. So a
 * permission that ended after the approval stops the release.
 */
export async function judgeForRelease(
  database: Queryable,
  photo: Photo,
  day: string,
  readFacts?: ReadFacts,
): Promise<JudgedForRelease> {
  const judged = await judgeStoredPhoto(database, photo, day, readFacts);
  const approval = await findApproval(database, photo);
  const approved = await readVerdict(database, approval?.verdictId ?? null);
  const refusal = whyNotReleased({
    state: photo.state as PhotoState,
    isQuarantined: photo.quarantined === 1,
    hasOtherWords: await hasOtherWords(database, photo, judged),
    approved,
    today: { ...judged.verdict, standings: judged.standings },
    block: judged.block,
  });
  return { judged, approval, refusal };
}
