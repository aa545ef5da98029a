import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { endpoint, events, file, json, nothing } from '../../src/contract/endpoint.ts';
import { errorAnswer, line } from '../../src/contract/common.ts';
import { route, type Route } from '../../src/http/route.ts';
import type { SignedIn } from '../../src/http/signed-in.ts';
import { AppError } from '../../src/lib/app-error.ts';
import { createClient, type Client } from '../support/service/client.ts';
import { freshFolder } from '../support/service/fresh-vault.ts';
import { serveApp } from '../support/service/serve-app.ts';

const people: Readonly<Record<string, SignedIn>> = {
  'staff-token-0123456789': { accountId: 'a1', sessionId: 's1', roles: ['staff'] },
  'office-token-0123456789': { accountId: 'a2', sessionId: 's2', roles: ['office', 'staff'] },
};

const addNote = endpoint({
  name: 'notes.add',
  method: 'post',
  path: '/api/notes/:noteId',
  summary: 'Add a note.',
  roles: ['office'],
  params: z.strictObject({ noteId: z.string().regex(/^n\d+$/, 'must be like n1') }),
  query: z.strictObject({ loud: z.enum(['yes', 'no']).default('no') }),
  body: z.strictObject({ text: line(20), count: z.int().min(0) }),
  answer: json(z.strictObject({ text: z.string(), loud: z.string() }), 201),
});

function notesRoute(handle: Parameters<typeof route<typeof addNote>>[1]): Route {
  return route(addNote, handle);
}

const echo = notesRoute(({ body, query }) => Promise.resolve({ text: body.text, loud: query.loud }));

function as(origin: string, role?: 'staff' | 'office'): Client {
  const client = createClient(origin);
  if (role !== undefined) client.cookies.set('photoward', `${role}-token-0123456789`);
  return client;
}

async function serveNotes(routes: readonly Route[] = [echo]) {
  return await serveApp({ routes, findSignedIn: (token) => Promise.resolve(people[token]) });
}

const goodNote = { text: 'hello', count: 1 };

describe('the chain of a route', () => {
  it('answers what was asked, by the contract', async () => {
    const { origin } = await serveNotes();
    const reply = await as(origin, 'office').post('/api/notes/n1?loud=yes', goodNote);
    expect([reply.status, reply.json]).toEqual([201, { text: 'hello', loud: 'yes' }]);
    expect(reply.headers.get('cache-control')).toBe('no-store');
  });

  it('refuses nobody, and people without the role, before it reads what they send', async () => {
    const { origin } = await serveNotes();
    const [nobody, staff] = [
      await as(origin).post('/api/notes/n1', '{'),
      await as(origin, 'staff').post('/api/notes/x', '{'),
    ];
    expect([nobody.status, staff.status]).toEqual([401, 403]);
    expect(nobody.json).toMatchObject({ error: { code: 'not-signed-in' } });
    expect(staff.json).toMatchObject({ error: { code: 'not-allowed' } });
  });

  it.each([
    ['a missing field', 'n1', { text: 'a' }, ['count']],
    ['an unknown field', 'n1', { ...goodNote, admin: true }, ['admin']],
    ['a wrong type', 'n1', { text: 1, count: 'x' }, ['text', 'count']],
    ['a value out of bounds', 'n1', { text: 'x'.repeat(21), count: -1 }, ['text', 'count']],
    ['control characters', 'n1', { text: 'a\u0000b', count: 1 }, ['text']],
    ['letters turned round', 'n1', { text: '\u202esenoJ', count: 1 }, ['text']],
    ['a bad address', 'other', goodNote, ['noteId']],
    ['an unknown query', 'n1?shout=1', goodNote, ['shout']],
    ['no object', 'n1', [], ['']],
    ['broken JSON', 'n1', '{"text":', ['body']],
    ['prototype tricks', 'n1', '{"text":"a","count":1,"__proto__":{"x":1}}', ['__proto__']],
  ])('names every field to mend: %s', async (_what, address, body, paths) => {
    const { origin } = await serveNotes();
    const reply = await as(origin, 'office').post(`/api/notes/${address}`, body);
    expect(reply.status).toBe(400);
    const { error } = errorAnswer.parse(reply.json);
    expect(error.code).toBe('invalid-input');
    expect(error.fields?.map((field) => field.path)).toEqual(paths);
  });

  it('refuses other kinds of content and too much of it', async () => {
    const { origin } = await serveNotes();
    const client = as(origin, 'office');
    const asText = await client.send('POST', '/api/notes/n1', {
      body: '{}',
      headers: { 'content-type': 'text/plain' },
    });
    const tooMuch = await client.post('/api/notes/n1', { text: 'x'.repeat(200_000), count: 1 });
    expect([asText.status, tooMuch.status]).toEqual([415, 413]);
  });

  it.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a neighbour site', { 'sec-fetch-site': 'same-site' }],
    ['an opaque origin', { origin: 'null' }],
  ])('refuses a change asked for by %s', async (_who, headers) => {
    const { origin } = await serveNotes();
    const reply = await as(origin, 'office').send('POST', '/api/notes/n1', { body: goodNote, headers });
    expect(reply.json).toMatchObject({ error: { code: 'cross-site' } });
  });

  it('refuses a change that does not say where it comes from', async () => {
    const { origin } = await serveNotes();
    const reply = await fetch(`${origin}/api/notes/n1`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie: 'photoward=office-token-0123456789',
        'sec-fetch-site': '',
      },
      body: JSON.stringify(goodNote),
    });
    expect(reply.status).toBe(403);
  });

  it('sends nothing when a handler says more than the contract allows, and tells the log only where', async () => {
    const leaky = notesRoute(() => {
      const row = { text: 'x', loud: 'no', reason: 'court order about Ann' };
      return Promise.resolve(row);
    });
    const { origin, logLines } = await serveNotes([leaky]);
    const reply = await as(origin, 'office').post('/api/notes/n1', goodNote);
    expect(reply.status).toBe(500);
    expect(reply.text + logLines.join('')).not.toContain('court order');
    expect(logLines.join('')).toContain('does not fit the contract');
  });

  it('keeps the detail of its own faults for the log', async () => {
    const broken = notesRoute(() => Promise.reject(new Error('no such table: pupils for ann@school.example')));
    const { origin, logLines } = await serveNotes([broken]);
    const reply = await as(origin, 'office').post('/api/notes/n1', goodNote);
    const { error } = errorAnswer.parse(reply.json);
    expect(error.code).toBe('internal');
    expect(reply.text).not.toContain('table');
    const failed = logLines.find((entry) => entry.includes('request-failed'));
    expect(failed).toContain('no such table');
    expect(failed).toContain(error.requestId);
    expect(failed).not.toContain('ann@');
  });

  it('explains typed errors', async () => {
    const stale = notesRoute(() => Promise.reject(new AppError('register-stale', { detail: '15 days' })));
    const { origin } = await serveNotes([stale]);
    const reply = await as(origin, 'office').post('/api/notes/n1', goodNote);
    expect(reply.status).toBe(409);
    expect(reply.json).toMatchObject({ error: { code: 'register-stale', detail: '15 days' } });
  });

  it('logs the pattern of the address, never its words', async () => {
    const { origin, logLines } = await serveNotes();
    await as(origin, 'office').post('/api/notes/ann-example?loud=ann', goodNote);
    await as(origin, 'office').get('/api/ann-example');
    expect(logLines.join('')).not.toContain('ann');
    expect(logLines.join('')).toContain('/api/notes/:noteId');
  });

  it('knows no other address, and says so in the same shape', async () => {
    const { origin } = await serveNotes();
    for (const path of ['/api/nothing', '/api/notes/%E0%A4%A', '/nothing', '/api/../../etc/passwd']) {
      const reply = await as(origin, 'office').get(path);
      expect(errorAnswer.parse(reply.json).error.code, path).toBe('not-found');
    }
  });

  it('limits how often one address may ask', async () => {
    const { origin } = await serveApp({ routes: [echo], limits: { perMinute: 2, signInsPerMinute: 2 } });
    const codes: number[] = [];
    for (let asked = 0; asked < 3; asked += 1) codes.push((await as(origin).get('/api/notes/n1')).status);
    expect(codes).toEqual([404, 404, 429]);
  });
});

describe('uploads', () => {
  const upload = endpoint({
    name: 'notes.attach',
    method: 'post',
    path: '/api/attachments',
    summary: 'Attach a file.',
    roles: ['staff'],
    upload: { field: 'file', maxBytes: 1_000, maxFiles: 2 },
    body: z.strictObject({ title: line(20) }),
    answer: json(z.strictObject({ names: z.array(z.string()), contents: z.array(z.string()), title: z.string() })),
  });
  const keep = route(upload, ({ uploads, body }) =>
    Promise.resolve({
      names: uploads.map((one) => one.originalName),
      contents: uploads.map((one) => readFileSync(one.path, 'utf8')),
      title: body.title,
    }),
  );

  function form(files: Readonly<Record<string, string>>, body = '{"title":"Trip"}', field = 'file'): FormData {
    const data = new FormData();
    data.set('body', body);
    for (const [name, content] of Object.entries(files)) data.append(field, new Blob([content]), name);
    return data;
  }

  async function send(data: FormData) {
    const temporaryFolder = freshFolder();
    const { origin } = await serveApp({
      routes: [keep],
      temporaryFolder,
      findSignedIn: (token) => Promise.resolve(people[token]),
    });
    const reply = await as(origin, 'staff').send('POST', '/api/attachments', { form: data });
    return { reply, left: () => readdirSync(temporaryFolder) };
  }

  it('lends files to the handler under names of our own, then removes them', async () => {
    const { reply, left } = await send(form({ '../../étang.jpg': 'one', 'b.jpg': 'two' }));
    expect(reply.json).toMatchObject({ contents: ['one', 'two'], title: 'Trip' });
    await expect.poll(left).toEqual([]);
  });

  it.each([
    ['too large a file', form({ 'a.jpg': 'x'.repeat(1_001) }), 413, 'file-too-large'],
    ['too many files', form({ a: '1', b: '2', c: '3' }), 413, 'too-many-files'],
    ['a file under another field', form({ a: '1' }, '{"title":"T"}', 'other'), 400, 'invalid-input'],
    ['fields that are not JSON', form({ a: '1' }, 'title=T'), 400, 'invalid-input'],
    ['fields that do not fit', form({ a: '1' }, '{"title":""}'), 400, 'invalid-input'],
  ])('refuses %s and keeps nothing', async (_what, data, status, code) => {
    const { reply, left } = await send(data);
    expect([reply.status, (reply.json as { error: { code: string } }).error.code]).toEqual([status, code]);
    await expect.poll(left).toEqual([]);
  });
});

describe('other kinds of answer', () => {
  const common = { method: 'get', roles: ['staff'], summary: 'Test.' } as const;
  const picture = endpoint({ ...common, name: 'notes.picture', path: '/api/picture', answer: file('image/png') });
  const empty = endpoint({ ...common, name: 'notes.empty', path: '/api/empty', answer: nothing });
  const counted = endpoint({
    ...common,
    name: 'notes.count',
    path: '/api/count',
    answer: events(z.strictObject({ count: z.number() })),
  });

  it('sends bytes and nothing', async () => {
    const content = Readable.from([Buffer.from('pixels')]);
    const { origin } = await serveNotes([
      route(picture, () => Promise.resolve({ mediaType: 'image/png', content, fileName: 'é "x".png' })),
      route(empty, () => Promise.resolve(undefined)),
    ]);
    const reply = await as(origin, 'staff').get('/api/picture');
    expect([reply.headers.get('content-type'), reply.text]).toEqual(['image/png', 'pixels']);
    expect(reply.headers.get('content-disposition')).toContain('attachment');
    expect((await as(origin, 'staff').get('/api/empty')).status).toBe(204);
  });

  it('sends events as they come, and ends them when the service stops', async () => {
    let cleaned = false;
    const { origin, stopping } = await serveNotes([
      route(counted, async ({ signal }) => {
        await Promise.resolve();
        return (async function* () {
          try {
            yield { count: 1 };
            yield { count: 2 };
            await new Promise((resolve) => {
              signal.addEventListener('abort', resolve);
            });
          } finally {
            cleaned = true;
          }
        })();
      }),
    ]);
    const pending = as(origin, 'staff').get('/api/count');
    setTimeout(() => {
      stopping.abort();
    }, 100);
    const reply = await pending;
    expect(reply.text).toBe('data: {"count":1}\n\ndata: {"count":2}\n\n');
    await expect.poll(() => cleaned).toBe(true);
  });
});

describe('around the routes', () => {
  it('protects every answer with headers', async () => {
    const { origin } = await serveNotes();
    for (const path of ['/healthz', '/api/nothing', '/api/docs']) {
      const { headers } = await as(origin).get(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).toContain("script-src 'self'");
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('says whether it lives and whether it is ready', async () => {
    const { origin, stopping } = await serveApp({
      readiness: [
        { name: 'store', isReady: () => Promise.resolve(true) },
        { name: 'models', isReady: () => Promise.reject(new Error('no')) },
      ],
    });
    expect((await as(origin).get('/healthz')).json).toEqual({ alive: true });
    const ready = await as(origin).get('/readyz');
    expect([ready.status, ready.json]).toEqual([503, { ready: false, failing: ['models'] }]);
    stopping.abort();
    expect((await as(origin).get('/readyz')).json).toEqual({ ready: false, failing: ['stopping'] });
  });

  it('answers 404 for a page file that is gone, and for paths that lead out of the folder', async () => {
    const pagesFolder = freshFolder();
    mkdirSync(path.join(pagesFolder, 'assets'));
    writeFileSync(path.join(pagesFolder, 'index.html'), 'the page');
    writeFileSync(path.join(pagesFolder, 'assets', 'page.js'), 'let one;');
    const { origin, logLines } = await serveApp({ pagesFolder });
    const client = as(origin);
    expect((await client.get('/assets/page.js')).text).toBe('let one;');
    expect((await client.get('/some/page')).text).toBe('the page');
    const wrong = ['gone.js', '', '..%2findex.html', '..%2f..%2fphotoward.key', '%00', 'a'.repeat(5_000)];
    for (const name of wrong) {
      const reply = await client.get(`/assets/${name}`);
      expect([name.slice(0, 30), reply.status]).toEqual([name.slice(0, 30), 404]);
      errorAnswer.parse(reply.json);
    }
    expect(logLines.filter((line) => line.includes('request-failed'))).toEqual([]);
  });

  it('shows its metrics to this machine, or with the token', async () => {
    const { origin } = await serveApp({ metricsToken: 'secret' });
    const client = as(origin);
    expect((await client.get('/metrics')).text).toContain('photoward_http_request_seconds');
    const proxied = { 'x-forwarded-for': '203.0.113.9' };
    expect((await client.send('GET', '/metrics', { headers: proxied })).status).toBe(404);
    const bearer = { ...proxied, authorization: 'Bearer secret' };
    expect((await client.send('GET', '/metrics', { headers: bearer })).status).toBe(200);
    const wrong = { authorization: 'Bearer guess' };
    expect((await client.send('GET', '/metrics', { headers: wrong })).status).toBe(404);
  });

  it('describes itself in OpenAPI 3.1 and in a page without scripts', async () => {
    const { origin } = await serveNotes();
    const description = (await as(origin).get('/api/openapi.json')).json as { paths: Record<string, unknown> };
    expect(description).toMatchObject({ openapi: '3.1.0' });
    expect(Object.keys(description.paths)).toEqual(['/api/notes/{noteId}']);
    const page = await as(origin).get('/api/docs');
    expect(page.text).toContain('/api/notes/:noteId');
    expect(page.text).not.toContain('<script');
  });
});
