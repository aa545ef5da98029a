import { operationsEndpoints } from '../../../src/contract/operations.ts';
import { only, type RouteRow } from '../../support/service/route-rows.ts';

/** The operations feature's part of the route × role table. */
export const operationsRows: readonly RouteRow[] = [
  { endpoint: operationsEndpoints.listModels, expected: only(200, 'admin', 'dsl', 'office') },
  { endpoint: operationsEndpoints.readBackups, expected: only(200, 'admin', 'dsl') },
];
