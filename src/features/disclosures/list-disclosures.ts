import type { QueryOf } from '../../contract/endpoint.ts';
import type { disclosureEndpoints } from '../../contract/disclosures.ts';
import type { DisclosureParts } from './parts.ts';
import { openNote } from './sealed-note.ts';

/** A page of disclosures with their words, the newest first. */
export async function listDisclosures(
  { database, sealer }: DisclosureParts,
  { after, limit, pupilId, restrictionId, photoId }: QueryOf<typeof disclosureEndpoints.list>,
) {
  let query = database
    .selectFrom('disclosures')
    .innerJoin('accounts', 'accounts.id', 'disclosures.recordedBy')
    .selectAll('disclosures')
    .select('accounts.displayName')
    .orderBy('disclosures.id', 'desc')
    .limit(limit + 1);
  if (after !== undefined) query = query.where('disclosures.id', '<', after);
  if (pupilId !== undefined) query = query.where('pupilId', '=', pupilId);
  if (restrictionId !== undefined) query = query.where('restrictionId', '=', restrictionId);
  if (photoId !== undefined) query = query.where('photoId', '=', photoId);
  const rows = await query.execute();
  const items = rows.slice(0, limit).map(({ sealedNote, displayName, recordedBy, ...row }) => ({
    ...row,
    ...openNote(sealer, row.id, sealedNote),
    recordedBy: { id: recordedBy, displayName },
  }));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
