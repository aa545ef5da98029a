import type { Database } from '../../store/database.ts';
import { countPhotos, findChannels } from './store.ts';

/** One page of a person's own batches, the newest first. */
export async function listBatches(
  database: Database,
  accountId: string,
  page: { readonly after?: string | undefined; readonly limit: number },
) {
  let query = database
    .selectFrom('batches')
    .select(['id', 'title', 'eventDate', 'state', 'createdAt'])
    .where('uploadedBy', '=', accountId)
    .orderBy('id', 'desc')
    .limit(page.limit + 1);
  if (page.after !== undefined) query = query.where('id', '<', page.after);
  const rows = await query.execute();
  const shown = rows.slice(0, page.limit);
  const ids = shown.map((row) => row.id);
  const [countsOf, channelsOf] = [await countPhotos(database, ids), await findChannels(database, ids)];
  return {
    items: shown.map((row) => ({ ...row, channels: channelsOf(row.id), counts: countsOf(row.id) })),
    next: rows.length > page.limit ? shown.at(-1)!.id : null,
  };
}
