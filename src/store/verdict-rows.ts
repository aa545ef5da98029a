import { AppError } from '../lib/app-error.ts';
import { isoNow, type Clock } from '../lib/clock.ts';
import { newId } from '../lib/new-id.ts';
import type { Coverage, Finding, Verdict } from '../policy/words/finding.ts';
import type { Standing } from '../policy/words/standing.ts';
import type { Queryable, Trx } from './database.ts';
import type { PictureRef } from './evidence-rows.ts';
import type { VerdictRow } from './tables/photo-tables.ts';

/** A verdict as it was judged. */
export interface StoredVerdict extends Omit<Verdict, 'policyVersion'> {
  readonly id: string;
  readonly policyVersionId: string;
  readonly judgedAt: string;
  /** Why the pupils it names might not appear when it was given. */
  readonly standings: readonly Standing[];
}

/** A verdict that was just given. */
export interface NewVerdict {
  readonly verdict: Verdict;
  /** Why pupils may not appear; those whom the verdict names are kept. */
  readonly standings: readonly Standing[];
  readonly policyVersionId: string;
  readonly cause: VerdictRow['cause'];
}

/** Write a verdict; making it the photo's current one is for the caller, with the new state. Returns its id. */
export async function insertVerdict(trx: Trx, clock: Clock, picture: PictureRef, judged: NewVerdict): Promise<string> {
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
  const named = new Set(findings.flatMap((finding) => (finding.severity === 'note' ? [] : (finding.pupils ?? []))));
  const rows = judged.standings.filter(({ pupilId }) => named.has(pupilId));
  if (rows.length > 0) {
    await trx
      .insertInto('verdictStandings')
      .values(rows.map((row) => ({ verdictId: id, ...row })))
      .execute();
  }
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
    standings: await database
      .selectFrom('verdictStandings')
      .select(['pupilId', 'channelId', 'reason', 'latestRecordId'])
      .where('verdictId', '=', id)
      .execute(),
  };
}
