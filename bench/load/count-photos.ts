import { inside, type Site } from '../service/site.ts';

/** What became of the photos of a batch. */
export interface PhotoCounts {
  /** Accepted, but without a row or without a file. */
  readonly lost: number;
  readonly screened: number;
  /** Of those screened: given up without a verdict of the models, so that a person looks. */
  readonly givenUp: number;
  readonly waiting: number;
}

/** Look for each accepted photo in the database and the files. */
export async function countPhotos(site: Site, accepted: readonly string[]): Promise<PhotoCounts> {
  return await inside(site.folder, async ({ store, vault }) => {
    const rows = await store.database
      .selectFrom('photos')
      .select(['id', 'state', 'originalFileId', 'cleanFileId'])
      .execute();
    const byId = new Map(rows.map((row) => [row.id, row]));
    const counts = { lost: 0, screened: 0, givenUp: 0, waiting: 0 };
    for (const id of accepted) {
      const row = byId.get(id);
      const kept = row?.originalFileId ?? null;
      if (row === undefined || kept === null || !(await vault.has({ kind: 'original', id: kept }))) counts.lost += 1;
      else if (row.state === 'received' || row.state === 'screening') counts.waiting += 1;
      else {
        counts.screened += 1;
        if (row.cleanFileId === null) counts.givenUp += 1;
      }
    }
    return counts;
  });
}
