import { isoNow, type Clock } from '../lib/clock.ts';
import { newId } from '../lib/new-id.ts';
import type { Evidence, EvidenceItem, EvidenceName, EvidenceValues } from '../policy/words/evidence.ts';
import type { Queryable, Trx } from './database.ts';

/** Which picture evidence is about: the photo as uploaded, or one of its covered or cropped outputs. */
export interface PictureRef {
  readonly photoId: string;
  readonly outputId: string | null;
}

const nothing = { status: 'off', why: 'nothing was recorded' } as const;

const noEvidence: Evidence = {
  file: nothing,
  metadata: nothing,
  clean: nothing,
  faces: nothing,
  match: nothing,
  attire: nothing,
  nudity: nothing,
  text: nothing,
};

/** Write the evidence of a picture in place of any earlier one. */
export async function writeEvidence(trx: Trx, clock: Clock, picture: PictureRef, evidence: Evidence): Promise<void> {
  const { photoId, outputId } = picture;
  await trx
    .deleteFrom('evidenceItems')
    .where('photoId', '=', photoId)
    .where('outputId', outputId === null ? 'is' : '=', outputId)
    .execute();
  const rows = Object.entries(evidence).map(([name, item]: [string, EvidenceItem<unknown>]) => ({
    ...{ id: newId(), photoId, outputId, name, status: item.status, itemJson: JSON.stringify(item) },
    recordedAt: isoNow(clock),
  }));
  await trx.insertInto('evidenceItems').values(rows).execute();
}

/** What was observed about a picture; an item without a row is `off`, which judges as unknown. */
export async function readEvidence(database: Queryable, { photoId, outputId }: PictureRef): Promise<Evidence> {
  const rows = await database
    .selectFrom('evidenceItems')
    .select(['name', 'itemJson'])
    .where('photoId', '=', photoId)
    .where('outputId', outputId === null ? 'is' : '=', outputId)
    .execute();
  const items = rows.map(({ name, itemJson }) => [name, JSON.parse(itemJson) as EvidenceItem<unknown>] as const);
  return { ...noEvidence, ...(Object.fromEntries(items) as Partial<Evidence>) };
}

/** One observed value, or undefined when it was not observed. */
export function observedIn<Name extends EvidenceName>(
  evidence: Evidence,
  name: Name,
): EvidenceValues[Name] | undefined {
  const item: EvidenceItem<EvidenceValues[Name]> = evidence[name];
  return item.status === 'observed' ? item.value : undefined;
}
