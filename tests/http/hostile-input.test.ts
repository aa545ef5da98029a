import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { errorAnswer } from '../../src/contract/common.ts';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import { roles, type Role } from '../../src/policy/words/role.ts';
import type { Client, Reply } from '../support/service/client.ts';
import type { RouteRow, RowRequest } from '../support/service/route-rows.ts';
import { startService, type TestService } from '../support/service/start-service.ts';
import { allRouteRows } from './all-route-rows.ts';

/** Somebody whom the route lets in, so that it is the input that is refused. */
function allowedRole(row: RouteRow): Role {
  return roles.find((role) => ![401, 403].includes(row.expected[role]))!;
}

async function prepare(row: RouteRow): Promise<{ service: TestService; client: Client; right: RowRequest }> {
  const service = await startService();
  const admin = await service.signInAs('admin');
  const role = allowedRole(row);
  const client = await service.signInAs(role);
  let made = 0;
  const right = (await row.request?.({ service, admin, fresh: () => `x${++made}` }, role)) ?? {};
  return { service, client, right };
}

function send(endpoint: Endpoint, client: Client, request: RowRequest): Promise<Reply> {
  const { params = {}, query = '', ...rest } = request;
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? 'missing'));
  return client.send(endpoint.method, path + query, rest);
}

function expectRefusal(reply: Reply, what: string): void {
  expect(reply.status, `${what}: ${reply.text.slice(0, 200)}`).toBeGreaterThanOrEqual(400);
  expect(reply.status, what).toBeLessThan(500);
  errorAnswer.parse(reply.json);
}

/** The id of something at another school. */
const elsewhere = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const isId = (value: unknown): boolean => typeof value === 'string' && /^[0-9A-HJKMNP-TV-Z]{26}$/.test(value);

/** The same body as often as there are ids in it, each time with one of them exchanged for one of elsewhere. */
function withStrangers(value: unknown): unknown[] {
  if (isId(value)) return [elsewhere];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    withStrangers(inner).map((changed) =>
      Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed },
    ),
  );
}

/** Text and numbers that have broken programs before, one field at a time; JSON as it is sent. */
function oddBodies(right: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.keys(right).flatMap((name): [string, string][] => {
    const others = JSON.stringify({ ...right, [name]: undefined }).slice(1);
    const put = (json: string): string => `{${JSON.stringify(name)}:${json}${others === '}' ? '' : ','}${others}`;
    return [
      [`${name} nested 40,000 deep`, put('['.repeat(40_000) + ']'.repeat(40_000))],
      [`${name} half a sign`, put('"\\ud800"')],
      [`${name} infinite`, put('1e999')],
      [`${name} twice`, put('{"__proto__":{"admin":true},"constructor":{"prototype":{}}}')],
    ];
  });
}

/** Bodies with exactly one thing wrong in each. */
function wrongBodies(schema: z.ZodType, right: object): [string, unknown][] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, { type?: string }>;
    required?: string[];
  };
  return [
    ...[null, [], 'text', 7].map((body): [string, unknown] => [
      `${JSON.stringify(body)} instead of an object`,
      JSON.stringify(body),
    ]),
    ['half a body', '{"a":'],
    ['an unknown field', { ...right, isAdmin: true }],
    ...required.map((name): [string, unknown] => {
      return [`without ${name}`, Object.fromEntries(Object.entries(right).filter(([key]) => key !== name))];
    }),
    ...Object.keys(properties).flatMap((name): [string, unknown][] => [
      [`${name} far too long`, { ...right, [name]: 'x'.repeat(20_000) }],
      [`${name} as an object`, { ...right, [name]: { $gt: '' } }],
      [`${name} as a list of lists`, { ...right, [name]: [[[]]] }],
    ]),
  ];
}

const named = (rows: readonly RouteRow[]): [string, RouteRow][] =>
  rows.map((row) => [`${row.endpoint.method} ${row.endpoint.path}`, row]);

async function contentOf(service: TestService): Promise<unknown> {
  return await service.database.selectFrom('auditEvents').select('action').orderBy('seq').execute();
}

const eachRefused = ['moderation.decidePhotos', 'moderation.coverPhotos', 'moderation.restorePhotos'];
const withBody = allRouteRows.filter((row) => row.endpoint.body !== undefined && row.endpoint.upload === undefined);
const withParams = allRouteRows.filter((row) => row.endpoint.params !== undefined);

describe('a body with something wrong is refused with a reason, and nothing is written', () => {
  it.each(named(withBody))('%s', async (_name, row) => {
    const { service, client, right } = await prepare(row);
    const before = await contentOf(service);
    for (const [what, body] of wrongBodies(row.endpoint.body!, right.body as object)) {
      expectRefusal(await send(row.endpoint, client, { ...right, body }), what);
    }
    expect(await contentOf(service)).toEqual(before);
  });
});

describe('something of another school in a body is refused, and nothing is written', () => {
  it.each(named(withBody))('%s', async (_name, row) => {
    const { service, client, right } = await prepare(row);
    const before = await contentOf(service);
    for (const body of withStrangers(right.body)) {
      const reply = await send(row.endpoint, client, { ...right, body });
      // Of many photos, each has its own result.
      if (eachRefused.includes(row.endpoint.name)) expect(reply.text).toContain('not-found');
      else expectRefusal(reply, JSON.stringify(body));
    }
    expect(await contentOf(service)).toEqual(before);
  });
});

describe('odd text and numbers never break the service', () => {
  it.each(named(withBody))('%s', async (_name, row) => {
    const { client, right } = await prepare(row);
    for (const [what, body] of oddBodies(right.body as Record<string, unknown>)) {
      const reply = await send(row.endpoint, client, { ...right, body });
      expect(reply.status, `${what}: ${reply.text.slice(0, 200)}`).toBeLessThan(500);
    }
  });
});

describe('an address with tricks in it is refused', () => {
  it.each(named(withParams))('%s', async (_name, row) => {
    const { client, right } = await prepare(row);
    const tricks = [
      '../../../etc/passwd',
      '\0',
      'x'.repeat(3_000),
      "1' or '1'='1",
      '__proto__',
      '01ARZ3NDEKTSV4RRFFQ69G5FA',
      elsewhere,
      '🙂',
    ];
    for (const trick of tricks) {
      for (const name of Object.keys(row.endpoint.params!.shape)) {
        expectRefusal(
          await send(row.endpoint, client, { ...right, params: { ...right.params, [name]: trick } }),
          trick,
        );
      }
    }
  });
});

describe('an unknown question is refused', () => {
  it.each(named(allRouteRows.filter((row) => row.endpoint.name !== 'accounts.completeOpenid')))(
    '%s',
    async (_name, row) => {
      const { client, right } = await prepare(row);
      expectRefusal(await send(row.endpoint, client, { ...right, query: '?debug=1' }), 'debug');
    },
  );
});
