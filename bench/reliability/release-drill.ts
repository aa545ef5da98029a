import { makePhoto } from '../service/make-photo.ts';
import { addPermittedPupil, answerOf, expectJson, openBatch, sendPhoto } from '../service/make-school.ts';
import { inside, type Site } from '../service/site.ts';
import type { PrepareDrill } from './drill.ts';
import { openSchool, schoolDrill, untilSettled } from './school-drill.ts';

/** A batch that waits to be released, and the pupil who was there. */
interface Prepared {
  readonly batchId: string;
  readonly pupilId: string;
  readonly people: string;
  readonly hill: string;
  readonly rejected: string;
}

const batchesAtATime = 6;

async function decide(site: Site, photoId: string, decision: 'approve' | 'reject'): Promise<void> {
  const colleague = site.browser('colleague');
  const { version, state } = await expectJson<{ version: number; state: string }>(
    colleague.get(`/api/moderation/photos/${photoId}`),
  );
  if (decision === 'approve' && state === 'clear') return;
  const reasonCode = decision === 'approve' ? 'all-permitted' : 'quality';
  const body = { version, decision, reasonCode, note: '' };
  await expectJson(colleague.post(`/api/moderation/photos/${photoId}/decision`, body));
}

async function prepareBatch(site: Site, number: number): Promise<Prepared> {
  const pupilId = await addPermittedPupil(site.browser('colleague'), number);
  const batchId = await openBatch(site.browser('admin'), `Release ${number}`, [pupilId]);
  const send = async (content: 'people' | 'hill', index: number): Promise<string> =>
    (await sendPhoto(site.browser('admin'), batchId, await makePhoto(content, number * 3 + index))).photoId;
  return {
    batchId,
    pupilId,
    people: await send('people', 0),
    hill: await send('hill', 1),
    rejected: await send('hill', 2),
  };
}

/**
 * Approved photos are released; in every other round the pupil’s parent refuses at the same moment. A rejected photo is
 * in every batch. Whether each release has its bytes, an approval and one audit event is looked at for every drill.
 */
export const releaseDrill: PrepareDrill = async (lab) => {
  const site = await openSchool(lab);
  const ready: Prepared[] = [];
  const getReady = async (round: number): Promise<Prepared> => {
    if (ready[round] !== undefined) return ready[round];
    for (let more = 0; more < batchesAtATime; more++) ready.push(await prepareBatch(site, ready.length));
    await untilSettled(site);
    for (const { people, hill, rejected } of ready.slice(-batchesAtATime)) {
      await decide(site, people, 'approve');
      await decide(site, hill, 'approve');
      await decide(site, rejected, 'reject');
    }
    return ready[round]!;
  };
  const isRefused = (round: number): boolean => round % 2 === 1;
  const order = ({ batchId }: Prepared) =>
    expectJson(site.browser('colleague').post(`/api/batches/${batchId}/releases`, { channelId: 'website' }));
  const released = async ({ batchId }: Prepared) =>
    await inside(site.folder, ({ store }) =>
      store.database
        .selectFrom('releases')
        .leftJoin('takedowns', 'takedowns.releaseId', 'releases.id')
        .leftJoin('releaseLooks', 'releaseLooks.releaseId', 'releases.id')
        .select(['releases.photoId', 'takedowns.id as takedown', 'releaseLooks.id as look'])
        .where('releases.batchId', '=', batchId)
        .execute(),
    );
  return schoolDrill(site, {
    begin: async (round) => {
      const batch = await getReady(round);
      const refuse = async (): Promise<void> => {
        if (!isRefused(round)) return;
        await expectJson(site.browser('colleague').post(`/api/pupils/${batch.pupilId}/consents`, answerOf('refused')));
      };
      const work = async (): Promise<void> => {
        await order(batch);
        await refuse();
        await untilSettled(site);
      };
      return { ended: work() };
    },
    again: async (round) => {
      await order(ready[round]!).catch(() => undefined);
    },
    check: async (round) => {
      const batch = ready[round]!;
      const rows = await released(batch);
      const answers = await inside(site.folder, ({ store }) =>
        store.database.selectFrom('consents').select('answer').where('pupilId', '=', batch.pupilId).execute(),
      );
      const ofPeople = rows.filter(({ photoId }) => photoId === batch.people);
      const isBarred = answers.some(({ answer }) => answer === 'refused');
      return [
        ...(rows.some(({ photoId }) => photoId === batch.rejected) ? ['a rejected photo was released'] : []),
        ...(rows.some(({ photoId }) => photoId === batch.hill) ? [] : ['a clear photo was not released']),
        ...(isBarred && ofPeople.some(({ takedown, look }) => takedown === null && look === null)
          ? ['a photo stands released though its pupil was refused']
          : []),
        ...(!isBarred && ofPeople.length === 0 ? ['an approved photo was not released'] : []),
      ];
    },
  });
};
