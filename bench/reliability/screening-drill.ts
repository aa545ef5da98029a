import { makePhoto } from '../service/make-photo.ts';
import { openBatch, sendPhoto } from '../service/make-school.ts';
import { inside } from '../service/site.ts';
import { until } from '../service/until.ts';
import type { PrepareDrill } from './drill.ts';
import { openSchool, schoolDrill } from './school-drill.ts';

const waiting = ['received', 'screening'];

/** A photo with people is screened by the real models. That each is screened exactly once is looked at for every drill. */
export const screeningDrill: PrepareDrill = async (lab) => {
  const site = await openSchool(lab);
  const batchId = await openBatch(site.browser('admin'), 'Screening', []);
  const stateOf = async (photoId: string): Promise<{ state: string; clean: string | null } | undefined> =>
    await inside(site.folder, ({ store }) =>
      store.database
        .selectFrom('photos')
        .select(['state', 'cleanFileId as clean'])
        .where('id', '=', photoId)
        .executeTakeFirst(),
    );
  let sent = '';
  return schoolDrill(site, {
    begin: async (round) => {
      sent = (await sendPhoto(site.browser('admin'), batchId, await makePhoto('people', round))).photoId;
      const ended = until(
        'the photo is screened',
        async () => !waiting.includes((await stateOf(sent))?.state ?? ''),
        100,
      );
      return { ended };
    },
    check: async () => {
      const photo = await stateOf(sent);
      return photo?.clean === null ? [`photo ${sent} was given up instead of screened: ${photo.state}`] : [];
    },
  });
};
