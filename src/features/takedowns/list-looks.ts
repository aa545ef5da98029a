import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import { isId } from '../../lib/new-id.ts';
import type { Queryable } from '../../store/database.ts';
import { shownCause } from './list-takedowns.ts';

function openLooks(database: Queryable) {
  return database
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
    .where('releases.takenDownAt', 'is', null);
}

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
  let query = openLooks(database)
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
