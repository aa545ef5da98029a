import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import { isId } from '../../lib/new-id.ts';
import type { Queryable } from '../../store/database.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { shownCause } from './list-takedowns.ts';
import { openTakedown } from '../../jobs/open-takedown.ts';
import { endAsStaying } from './end-as-staying.ts';
import type { TakedownParts } from './parts.ts';
import { getRelease, requireNotTheirOwn } from './store.ts';

/** Released photos in which a person must look for a pupil, the oldest question first, a page at a time. */
export async function listLooks(
  database: Queryable,
  person: SignedIn,
  filter: { readonly after?: string | undefined; readonly limit: number; readonly pupilId?: string | undefined },
) {
  const { after, limit, pupilId } = filter;
  if (after !== undefined && !isId(after)) {
    throw new AppError('invalid-input', { fields: [{ path: 'after', message: 'must be `next` of the page before' }] });
  }
  let query = database
    .selectFrom('releaseLooks')
    .innerJoin('releases', 'releases.id', 'releaseLooks.releaseId')
    .innerJoin('channels', 'channels.id', 'releases.channelId')
    .innerJoin('pupils', 'pupils.id', 'releaseLooks.pupilId')
    .leftJoin('photos', 'photos.id', 'releases.photoId')
    .leftJoin('takedowns', (join) =>
      join.onRef('takedowns.releaseId', '=', 'releases.id').on('takedowns.doneAt', 'is', null),
    )
    .select(['releaseLooks.id', 'releaseLooks.releaseId', 'releaseLooks.pupilId', 'releaseLooks.cause'])
    .select(['releaseLooks.dueOn', 'releaseLooks.createdAt', 'takedowns.id as takedownId'])
    .select(['releases.channelId', 'releases.fileName', 'channels.name as channelName'])
    .select(['pupils.firstName', 'pupils.lastName', 'photos.uploadedBy'])
    .where('releaseLooks.answeredAt', 'is', null)
    .where('releases.takenDownAt', 'is', null)
    .orderBy('releaseLooks.id')
    .limit(limit + 1);
  if (after !== undefined) query = query.where('releaseLooks.id', '>', after);
  if (pupilId !== undefined) query = query.where('releaseLooks.pupilId', '=', pupilId);
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  return {
    items: page.map(({ pupilId: pupil, firstName, lastName, cause, uploadedBy, takedownId, ...rest }) => ({
      ...rest,
      isComingDown: takedownId !== null,
      isMine: uploadedBy === person.accountId,
      cause: shownCause(cause, person),
      pupil: { id: pupil, firstName, lastName },
    })),
    next: rows.length > limit ? page.at(-1)!.id : null,
  };
}

/**
 * Answer one. "Cannot tell" counts as here: the photo comes down. "Not here" ends what came of nobody having answered in
 * time, when nobody else is to be looked for; that it may stay is not for its uploader to say. Returns the takedown that is
 * open then. Throws `not-found`, `wrong-state` when answered, `own-upload`.
 */
export async function answerLook(
  parts: TakedownParts,
  person: SignedIn,
  lookId: string,
  answer: 'here' | 'not-here' | 'cannot-tell',
): Promise<{ readonly takedownId: string | null }> {
  const { database, clock } = parts;
  const takedownId = await withTransaction(database, async (trx) => {
    const look = await trx.selectFrom('releaseLooks').selectAll().where('id', '=', lookId).executeTakeFirst();
    if (look === undefined) throw new AppError('not-found');
    if (look.answeredAt !== null) throw new AppError('wrong-state');
    const release = await getRelease(trx, look.releaseId);
    if (answer === 'not-here') await requireNotTheirOwn(trx, person, release);
    await trx
      .updateTable('releaseLooks')
      .set({ answer, answeredAt: isoNow(clock), answeredBy: person.accountId })
      .where('id', '=', lookId)
      .execute();
    const subject = { kind: 'release', id: look.releaseId } as const;
    const detail = { look: lookId, pupil: look.pupilId, answer };
    await recordAudit(trx, clock, { actor: person.accountId, action: 'release/look-answered', subject, detail });
    const open = await trx
      .selectFrom('takedowns')
      .select(['id', 'nobodyLooked'])
      .where('releaseId', '=', release.id)
      .where('doneAt', 'is', null)
      .executeTakeFirst();
    if (answer === 'not-here') {
      if (open === undefined) return null;
      const mayEnd = open.nobodyLooked === 1;
      return mayEnd && (await endAsStaying(trx, clock, person, { id: open.id, release, note: '' })) ? null : open.id;
    }
    const reason = { cause: look.cause, pupilId: look.pupilId };
    if (open === undefined) {
      return (await openTakedown(trx, clock, release, { ...reason, actor: person.accountId })) ?? null;
    }
    const known = { ...reason, nobodyLooked: 0 } as const;
    if (open.nobodyLooked === 1) await trx.updateTable('takedowns').set(known).where('id', '=', open.id).execute();
    return open.id;
  });
  parts.wakeJobs();
  return { takedownId };
}
