import type { SignedIn } from '../../http/signed-in.ts';
import { openTakedown } from '../../jobs/open-takedown.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow, type Clock } from '../../lib/clock.ts';
import type { Trx } from '../../store/database.ts';
import { findOpenTakedown } from '../../store/find-open-takedown.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { endAsStaying } from './end-as-staying.ts';
import type { TakedownParts } from './parts.ts';
import { getRelease, requireNotTheirOwn, type Release, type Takedown } from './store.ts';

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
    const open = await findOpenTakedown(trx, release.id);
    if (answer === 'not-here') return await afterNotHere(trx, clock, person, { release, open });
    return await afterHere(trx, clock, { ...look, actor: person.accountId }, { release, open });
  });
  parts.wakeJobs();
  return { takedownId };
}

/** A release, and the takedown of it that is open. */
interface Asked {
  readonly release: Release;
  readonly open: Takedown | undefined;
}

/** A takedown that was there for another reason stays. */
async function afterNotHere(
  trx: Trx,
  clock: Clock,
  person: SignedIn,
  { release, open }: Asked,
): Promise<string | null> {
  if (open === undefined) return null;
  const mayEnd = open.nobodyLooked === 1;
  return mayEnd && (await endAsStaying(trx, clock, person, { id: open.id, release, note: '' })) ? null : open.id;
}

/** From now on it comes down because the pupil is, or may be, in it. */
async function afterHere(
  trx: Trx,
  clock: Clock,
  { cause, pupilId, actor }: Pick<Takedown, 'cause'> & { readonly pupilId: string; readonly actor: string },
  { release, open }: Asked,
): Promise<string | null> {
  if (open === undefined) return (await openTakedown(trx, clock, release, { cause, pupilId, actor })) ?? null;
  if (open.nobodyLooked === 1) {
    await trx.updateTable('takedowns').set({ cause, pupilId, nobodyLooked: 0 }).where('id', '=', open.id).execute();
  }
  return open.id;
}
