import { describe, expect, it } from 'vitest';
import { allEndpoints } from '../../src/contract/all-endpoints.ts';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import { serviceRoutes } from '../../src/service-routes.ts';
import { accountRows } from '../features/accounts/route-rows.ts';
import { auditRows } from '../features/audit/route-rows.ts';
import { setupRows } from '../features/setup/route-rows.ts';
import { checkRouteRow } from '../support/service/check-route-row.ts';
import type { RouteRow } from '../support/service/route-rows.ts';
import { startService } from '../support/service/start-service.ts';

/** Every feature's rows. */
const rows: readonly RouteRow[] = [...accountRows, ...setupRows, ...auditRows];

const nameOf = (endpoint: Endpoint): string => `${endpoint.method} ${endpoint.path}`;

describe('the route × role table', () => {
  it('has one row for each route, and the contract knows the same routes', async () => {
    const { service } = await startService();
    const served = serviceRoutes(service.parts)
      .map((route) => nameOf(route.endpoint))
      .sort();
    expect(rows.map((row) => nameOf(row.endpoint)).sort()).toEqual(served);
    expect(allEndpoints.map(nameOf).sort()).toEqual(served);
    expect(new Set(allEndpoints.map((endpoint) => endpoint.name)).size).toBe(allEndpoints.length);
  });

  it.each(rows.map((row) => [nameOf(row.endpoint), row] as const))('%s', async (_name, row) => {
    await checkRouteRow(row);
  });
});
