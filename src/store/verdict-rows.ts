import { AppError } from '../lib/app-error.ts';
import { isoNow, type Clock } from '../lib/clock.ts';
import { newId } from '../lib/new-id.ts';
import type { Coverage, Finding, Verdict } from '../policy/words/finding.ts';
import type { Queryable, Trx } from './database.ts';
import type { PictureRef } from './evidence-rows.ts';
import type { VerdictRow } from './tables/photo-tables.ts';

/** A verdict as it was judged. */
export interface StoredVerdict extends Omit<Verdict, 'policyVersion'> {
  readonly id: string;
  readonly policyVersionId: string;
  readonly judgedAt: string;
}

/** Write a verdict; making it the photo's current one is for the caller, with the new state. Returns its id. */
export async function insertVerdict(
  trx: Trx,
  clock: Clock,
  picture: PictureRef,
  judged: { readonly verdict: Verdict; readonly policyVersionId: string; readonly cause: VerdictRow['cause'] },
): Promise<string> {
  const id = newId();
  const { verdict, findings, coverage } = judged.verdict;
  await trx
    .insertInto('verdicts')
    .values({
      id,
      photoId: picture.photoId,
      outputId: picture.outputId,
      verdict,
      findingsJson: JSON.stringify(findings),
      coverageJson: JSON.stringify(coverage),
      policyVersionId: judged.policyVersionId,
      cause: judged.cause,
      judgedAt: isoNow(clock),
    })
    .execute();
  return id;
}

/** A verdict by id; null for null. Throws `not-found`. */
export async function readVerdict(database: Queryable, id: string | null): Promise<StoredVerdict | null> {
  if (id === null) return null;
  const row = await database.selectFrom('verdicts').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('not-found');
  return {
    id: row.id,
    verdict: row.verdict,
    findings: JSON.parse(row.findingsJson) as Finding[],
    coverage: JSON.parse(row.coverageJson) as Coverage,
    policyVersionId: row.policyVersionId,
    judgedAt: row.judgedAt,
  };
}
