import { auditEndpoints } from '../../../src/contract/audit.ts';
import { only, type RouteRow } from '../../support/service/route-rows.ts';

/** The audit feature's part of the route × role table. */
export const auditRows: readonly RouteRow[] = [
  { endpoint: auditEndpoints.list, request: () => ({ query: '?limit=5' }), expected: only(200, 'admin', 'dsl') },
  { endpoint: auditEndpoints.verify, request: () => ({ body: {} }), expected: only(200, 'admin', 'dsl') },
  { endpoint: auditEndpoints.export, expected: only(200, 'admin', 'dsl') },
];
