import { retentionEndpoints } from '../../../src/contract/retention.ts';
import { only, type RouteRow } from '../../support/service/route-rows.ts';

/** The retention feature's part of the route × role table. */
export const retentionRows: readonly RouteRow[] = [
  {
    endpoint: retentionEndpoints.run,
    request: () => ({ body: { dryRun: true } }),
    expected: only(201, 'admin', 'dsl'),
  },
  { endpoint: retentionEndpoints.list, expected: only(200, 'admin', 'dsl') },
];
