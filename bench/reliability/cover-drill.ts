import { makePhoto } from '../service/make-photo.ts';
import { expectJson, openBatch, sendPhoto } from '../service/make-school.ts';
import { inside } from '../service/site.ts';
import { until } from '../service/until.ts';
import type { PrepareDrill } from './drill.ts';
import { openSchool, schoolDrill, untilSettled } from './school-drill.ts';

interface Shown {
  readonly version: number;
  readonly state: string;
  readonly faces: readonly unknown[];
}

/** A moderator covers one face after another; the new picture is made and looked at again by the real models. */
export const coverDrill: PrepareDrill = async (lab) => {
  const site = await openSchool(lab);
  const batchId = await openBatch(site.browser('admin'), 'Covers', []);
  const { photoId } = await sendPhoto(site.browser('admin'), batchId, await makePhoto('people', 0, 640));
  await untilSettled(site);
  const read = async (): Promise<Shown> =>
    await expectJson<Shown>(site.browser('colleague').get(`/api/moderation/photos/${photoId}`));
  if ((await read()).faces.length === 0) throw new Error('no face was found in the photo to cover');
  const outputs = async () =>
    await inside(site.folder, ({ store }) =>
      store.database.selectFrom('photoOutputs').select(['id', 'checkState', 'fileId', 'discardedAt']).execute(),
    );
  return schoolDrill(site, {
    begin: async (round) => {
      const { version, faces } = await read();
      const change = { version, faces: [1 + (round % faces.length)], drawnFaces: [], areas: [], crop: null };
      await expectJson(site.browser('colleague').post(`/api/moderation/photos/${photoId}/outputs`, change));
      const isChecked = async (): Promise<boolean> =>
        (await outputs()).every(({ checkState, discardedAt }) => discardedAt !== null || checkState !== 'waiting');
      return { ended: until('the covered picture is checked', isChecked, 100) };
    },
    check: async (round) => {
      const current = (await outputs()).filter(({ discardedAt }) => discardedAt === null);
      const { state } = await read();
      const checks = await inside(site.folder, ({ store }) =>
        store.database.selectFrom('auditEvents').select('seq').where('action', '=', 'photo/output-checked').execute(),
      );
      return [
        ...(current.length === 1 ? [] : [`the photo has ${current.length} pictures`]),
        ...current
          .filter(({ checkState, fileId }) => checkState !== 'passed' || fileId === null)
          .map(({ id, checkState }) => `the picture ${id} is ${checkState}`),
        ...(['clear', 'flagged'].includes(state) ? [] : [`the photo is ${state} after a cover`]),
        ...(checks.length === round + 1 ? [] : [`${checks.length} checks of ${round + 1} pictures`]),
      ];
    },
  });
};
