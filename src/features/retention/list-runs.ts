import type { Database } from '../../store/database.ts';
import { noCounts } from './no-counts.ts';
import type { RetentionRun } from './run-retention.ts';

/** The last hundred runs, the newest first. */
export async function listRuns(database: Database): Promise<RetentionRun[]> {
  const rows = await database.selectFrom('retentionRuns').selectAll().orderBy('id', 'desc').limit(100).execute();
  return rows.map(({ summaryJson, dryRun, ...run }) => ({
    ...run,
    dryRun: dryRun === 1,
    counts: { ...noCounts, ...(JSON.parse(summaryJson) as Partial<RetentionRun['counts']>) },
  }));
}
