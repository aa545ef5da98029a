import { describe, expect, it } from 'vitest';
import { allEndpoints } from '../../src/contract/all-endpoints.ts';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import { serviceRoutes } from '../../src/service-routes.ts';
import { checkRouteRow } from '../support/service/check-route-row.ts';
import { startService } from '../support/service/start-service.ts';
import { allRouteRows } from './all-route-rows.ts';

const nameOf = (endpoint: Endpoint): string => `${endpoint.method} ${endpoint.path}`;

describe('the route × role table', () => {
  it('has one row for each route, and the contract knows the same routes', async () => {
    const { service } = await startService();
    const served = serviceRoutes(service.parts)
      .map((route) => nameOf(route.endpoint))
      .sort();
    expect(allRouteRows.map((row) => nameOf(row.endpoint)).sort()).toEqual(served);
    expect(allEndpoints.map(nameOf).sort()).toEqual(served);
    expect(new Set(allEndpoints.map((endpoint) => endpoint.name)).size).toBe(allEndpoints.length);
  });

  it.each(allRouteRows.map((row) => [nameOf(row.endpoint), row] as const))('%s', async (_name, row) => {
    await checkRouteRow(row);
  });
});
