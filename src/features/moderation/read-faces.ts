import type { Box } from '../../lib/geometry.ts';
import type { EvidenceValues } from '../../policy/words/evidence.ts';
import type { Queryable } from '../../store/database.ts';
import { observedIn, readEvidence } from '../../store/evidence-rows.ts';

/** What can be covered as a face on a photo as uploaded: the faces that were found, and those drawn by hand by their ids. */
export async function readFaces(
  database: Queryable,
  photoId: string,
): Promise<{ readonly found: EvidenceValues['faces']; readonly drawn: ReadonlyMap<string, Box> }> {
  const drawn = await database
    .selectFrom('drawnFaces')
    .select(['id', 'boxJson'])
    .where('photoId', '=', photoId)
    .where('removedAt', 'is', null)
    .execute();
  return {
    found: observedIn(await readEvidence(database, { photoId, outputId: null }), 'faces') ?? [],
    drawn: new Map(drawn.map(({ id, boxJson }) => [id, JSON.parse(boxJson) as Box])),
  };
}
