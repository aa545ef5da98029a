import { createHash } from 'node:crypto';
import { openBatch, sendPhoto } from '../service/make-school.ts';
import { makePhoto } from '../service/make-photo.ts';
import { inside } from '../service/site.ts';
import type { PrepareDrill } from './drill.ts';
import { openSchool, schoolDrill } from './school-drill.ts';

const photosARound = 3;

/** Somebody sends photos one after the other; after the restart the same photos are sent again. */
export const uploadDrill: PrepareDrill = async (lab) => {
  const site = await openSchool(lab);
  const batchId = await openBatch(site.browser('admin'), 'Uploads', []);
  /** What the service said it has, by the SHA-256 of what was sent. */
  const accepted = new Map<string, string>();
  const wrong: string[] = [];
  const photosOf = async (round: number): Promise<Buffer[]> =>
    await Promise.all(
      Array.from({ length: photosARound }, (_, index) => makePhoto('hill', round * photosARound + index)),
    );
  const send = async (round: number): Promise<void> => {
    for (const photo of await photosOf(round)) {
      const sha256 = createHash('sha256').update(photo).digest('hex');
      const { photoId, outcome } = await sendPhoto(site.browser('admin'), batchId, photo);
      const before = accepted.get(sha256);
      if (before !== undefined && (before !== photoId || outcome !== 'already-there')) {
        wrong.push(`a photo that was accepted as ${before} was ${outcome} as ${photoId}`);
      }
      accepted.set(sha256, photoId);
    }
  };
  return schoolDrill(site, {
    begin: (round) => Promise.resolve({ ended: send(round) }),
    again: send,
    check: async () =>
      await inside(site.folder, async ({ store, vault }) => {
        const photos = await store.database
          .selectFrom('photos')
          .select(['id', 'sha256', 'originalFileId'])
          .where('batchId', '=', batchId)
          .execute();
        const faults = wrong.splice(0);
        for (const [sha256, id] of accepted) {
          const [row, ...more] = photos.filter((photo) => photo.sha256 === sha256);
          if (row?.id !== id || more.length > 0)
            faults.push(`photo ${id} is there ${row === undefined ? 0 : 1 + more.length} times`);
          else if (!(await vault.has({ kind: 'original', id: row.originalFileId! })))
            faults.push(`photo ${id} lost its file`);
        }
        if (photos.length !== accepted.size) faults.push(`${photos.length} photos, but ${accepted.size} were sent`);
        return faults;
      }),
  });
};
