import type { SignedIn } from '../../http/signed-in.ts';
import { announceEvent } from '../../jobs/announce-event.ts';
import { settlePhotoState } from '../../jobs/open-takedown.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow, type Clock } from '../../lib/clock.ts';
import type { Trx } from '../../store/database.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { overseesTakedowns } from './list-takedowns.ts';
import type { TakedownParts } from './parts.ts';
import { getRelease, getTakedown, isChannelClosed, type Takedown } from './store.ts';

export interface TakedownOutcome {
  readonly outcome: Exclude<Takedown['outcome'], 'called-off' | null>;
  readonly note: string;
  /** The same holds for everything else that is due on its channel, which is closed. */
  readonly wholeChannel: boolean;
}

/**
 * A takedown was done; with `wholeChannel`, all that the person may complete on its closed channel, because the account
 * itself is gone. Throws `not-found` for somebody else's task, `wrong-state` when done already or the channel is open,
 * `invalid-input` without a note where something could not be removed, or was never posted though an address is recorded.
 */
export async function completeTakedown(
  parts: TakedownParts,
  person: SignedIn,
  takedownId: string,
  said: TakedownOutcome,
): Promise<void> {
  const { database, clock } = parts;
  if (said.outcome === 'cannot-be-removed' && said.note === '') {
    throw new AppError('invalid-input', { fields: [{ path: 'note', message: 'must say why it cannot be removed' }] });
  }
  await withTransaction(database, async (trx) => {
    const takedown = await getTakedown(trx, takedownId);
    if (!isTheirs(takedown, person)) throw new AppError('not-found');
    if (takedown.doneAt !== null) throw new AppError('wrong-state');
    const release = await getRelease(trx, takedown.releaseId);
    if (said.wholeChannel && !(await isChannelClosed(trx, release.channelId))) throw new AppError('wrong-state');
    const due = said.wholeChannel
      ? await findDueOn(trx, release.channelId)
      : [{ ...takedown, photoId: release.photoId }];
    const theirs = due.filter((each) => isTheirs(each, person));
    if (said.outcome === 'never-posted' && said.note === '' && (await isPosted(trx, theirs))) {
      const message = 'must say why an address is recorded of what was never posted';
      throw new AppError('invalid-input', { fields: [{ path: 'note', message }] });
    }
    for (const one of theirs) await writeDone(trx, clock, person, one, said);
  });
  parts.wakeJobs();
}

function isTheirs(takedown: Takedown, person: SignedIn): boolean {
  return takedown.ownerId === person.accountId || overseesTakedowns(person);
}

/** A takedown, and the photo of what must come down while it is kept. */
type Due = Takedown & { readonly photoId: string | null };

async function findDueOn(trx: Trx, channelId: string): Promise<Due[]> {
  return await trx
    .selectFrom('takedowns')
    .innerJoin('releases', 'releases.id', 'takedowns.releaseId')
    .selectAll('takedowns')
    .select('releases.photoId')
    .where('releases.channelId', '=', channelId)
    .where('takedowns.doneAt', 'is', null)
    .orderBy('takedowns.id')
    .execute();
}

/** Whether somebody recorded an address of one of these, and nobody said that it was a mistake. */
async function isPosted(trx: Trx, due: readonly Due[]): Promise<boolean> {
  const post = await trx
    .selectFrom('releasePosts')
    .select('id')
    .where('releaseId', 'in', ['', ...due.map(({ releaseId }) => releaseId)])
    .where('retractedAt', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return post !== undefined;
}

async function writeDone(
  trx: Trx,
  clock: Clock,
  person: SignedIn,
  { id, releaseId, photoId }: Due,
  { outcome, note }: TakedownOutcome,
): Promise<void> {
  const [doneAt, doneBy] = [isoNow(clock), person.accountId];
  await trx.updateTable('takedowns').set({ doneAt, doneBy, outcome, outcomeNote: note }).where('id', '=', id).execute();
  await trx.updateTable('releases').set({ takenDownAt: doneAt }).where('id', '=', releaseId).execute();
  const subject = { kind: 'takedown', id } as const;
  const detail = { release: releaseId, outcome };
  await recordAudit(trx, clock, { actor: doneBy, action: 'takedown/done', subject, detail });
  await announceEvent(trx, clock, 'takedown.done', { takedownId: id, releaseId, outcome });
  if (photoId !== null) await settlePhotoState(trx, clock, photoId, { id: doneBy, roles: person.roles });
}
