import { retentionEndpoints } from '../../contract/retention.ts';
import { route, type Route } from '../../http/route.ts';
import { listRuns } from './list-runs.ts';
import type { RetentionParts } from './parts.ts';
import { runRetention } from './run-retention.ts';

/** What goes when its time is over: by hand, as a dry run, and the runs so far. */
export function retentionRoutes(parts: RetentionParts): readonly Route[] {
  return [
    route(retentionEndpoints.run, ({ person, body, signal }) =>
      runRetention(parts, { dryRun: body.dryRun, startedBy: person.accountId, signal }),
    ),
    route(retentionEndpoints.list, async () => ({ runs: await listRuns(parts.database) })),
  ];
}
