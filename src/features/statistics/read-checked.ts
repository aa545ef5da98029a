import type { Database } from '../../store/database.ts';
import type { Finding, VerdictName } from '../../policy/words/finding.ts';

/** A photo and what its first check said; null before it was checked. */
export interface Checked {
  readonly photoId: string;
  readonly uploadedAt: string;
  readonly first: { readonly verdict: VerdictName; readonly findings: readonly Finding[] } | null;
}

/** Photos received since a moment, with their first verdicts. `seesAll`: also what is the safeguarding lead's alone. */
export async function readChecked(database: Database, since: string, seesAll: boolean): Promise<Checked[]> {
  let query = database
    .selectFrom('photos')
    .leftJoin('verdicts', (join) =>
      join.onRef('verdicts.photoId', '=', 'photos.id').on('verdicts.outputId', 'is', null),
    )
    .select(['photos.id', 'photos.uploadedAt', 'verdicts.verdict', 'verdicts.findingsJson'])
    .where('photos.uploadedAt', '>=', since)
    .orderBy('photos.id')
    .orderBy('verdicts.id');
  if (!seesAll) query = query.where('photos.quarantined', '=', 0);
  const firstOf = new Map<string, Checked>();
  for (const { id, uploadedAt, verdict, findingsJson } of await query.execute()) {
    if (firstOf.has(id)) continue; // Later verdicts follow from answers, not from the check.
    const findings = findingsJson === null ? [] : (JSON.parse(findingsJson) as Finding[]);
    const shown = findings.filter(({ audience }) => seesAll || audience === 'everyone');
    firstOf.set(id, { photoId: id, uploadedAt, first: verdict === null ? null : { verdict, findings: shown } });
  }
  return [...firstOf.values()];
}
