import { openTakedown } from '../../jobs/open-takedown.ts';
import { isoDayFromToday, isoNow, isoToday, type Clock } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import type { ReleasedConsequences } from '../../policy/released-consequences.ts';
import type { Trx } from '../../store/database.ts';
import { readCurrentPolicy } from '../../store/read-current-policy.ts';
import type { Release } from './store.ts';

/**
 * Ask people whether these pupils are in a photo that is out, each once, and drop the questions that nobody needs to answer
 * any more. One that nobody answered by its day counts like "cannot tell": the photo comes down.
 */
export async function writeLooks(
  trx: Trx,
  clock: Clock,
  release: Release,
  looks: ReleasedConsequences['looks'],
): Promise<void> {
  const open = await trx
    .selectFrom('releaseLooks')
    .select(['id', 'pupilId', 'dueOn'])
    .where('releaseId', '=', release.id)
    .where('answeredAt', 'is', null)
    .orderBy('id')
    .execute();
  const causes = new Map(looks.map(({ pupilId, cause }) => [pupilId, cause]));
  const dropped = open.filter(({ pupilId }) => !causes.has(pupilId)).map(({ id }) => id);
  if (dropped.length > 0) await trx.deleteFrom('releaseLooks').where('id', 'in', dropped).execute();
  const asked = new Set(open.map(({ pupilId }) => pupilId));
  await ask(
    trx,
    clock,
    release,
    looks.filter(({ pupilId }) => !asked.has(pupilId)),
  );
  const late = open.find(({ pupilId, dueOn }) => causes.has(pupilId) && dueOn < isoToday(clock));
  if (late === undefined) return;
  const { pupilId } = late;
  await openTakedown(trx, clock, release, {
    ...{ cause: causes.get(pupilId)!, pupilId, actor: 'system', nobodyLooked: true },
  });
}

async function ask(trx: Trx, clock: Clock, release: Release, looks: ReleasedConsequences['looks']): Promise<void> {
  if (looks.length === 0) return;
  const { handling } = await readCurrentPolicy(trx);
  const [createdAt, dueOn] = [isoNow(clock), isoDayFromToday(clock, handling.takedownDueDays)];
  const rows = looks.map(({ pupilId, cause }) => ({
    ...{ id: newId(), releaseId: release.id, pupilId, cause, createdAt, dueOn },
    ...{ answer: null, answeredAt: null, answeredBy: null },
  }));
  await trx.insertInto('releaseLooks').values(rows).execute();
}
