import { expect } from 'vitest';
import { errorAnswer } from '../../../src/contract/common.ts';
import type { RouteRow } from './route-rows.ts';
import { callers, startService } from './start-service.ts';

/** Call one route as everybody and compare: status, shape of refusals, texts that must not appear. */
export async function checkRouteRow(row: RouteRow): Promise<void> {
  const service = await startService();
  const admin = await service.signInAs('admin');
  let count = 0;
  const fresh = (): string => `x${(count += 1)}`;
  const statuses: Record<string, number> = {};
  for (const caller of callers) {
    const client = caller === 'anonymous' ? service.client() : await service.signInAs(caller);
    const { params = {}, query = '', ...send } = (await row.request?.({ service, admin, fresh }, caller)) ?? {};
    const path = row.endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? 'missing') + query;
    const reply = await client.send(row.endpoint.method, path, send);
    statuses[caller] = reply.status;
    // Whatever is shown may be quarantined, erased or withdrawn a minute later: no browser keeps anything.
    expect(reply.headers.get('cache-control'), `${caller} may keep it`).toBe('no-store');
    if (reply.status >= 400) errorAnswer.parse(reply.json);
    if (reply.status >= 500) throw new Error(service.logLines.join(''));
    for (const text of row.forbidden?.[caller] ?? []) expect(reply.text, `${caller} must not see`).not.toContain(text);
  }
  expect(statuses).toEqual(row.expected);
}
