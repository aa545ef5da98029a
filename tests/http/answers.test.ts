import { readdirSync, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { endpoint, events, file, json, nothing } from '../../src/contract/endpoint.ts';
import { line } from '../../src/contract/common.ts';
import { route } from '../../src/http/route.ts';
import { heldFiles } from '../support/held-files.ts';
import { freshFolder } from '../support/service/fresh-vault.ts';
import { serveApp } from '../support/service/serve-app.ts';
import { people, as, serveNotes } from './notes-world.ts';

describe('uploads', () => {
  const upload = endpoint({
    name: 'notes.attach',
    method: 'post',
    path: '/api/attachments',
    summary: 'Attach a file.',
    roles: ['staff'],
    upload: { field: 'file', maxBytes: 1_000, maxFiles: 2 },
    body: z.strictObject({ title: line(20) }),
    answer: json(
      z.strictObject({
        ...{ names: z.array(z.string()), contents: z.array(z.string()) },
        title: z.string(),
        named: z.array(z.string()),
      }),
    ),
  });
  let folder = '';
  const keep = route(upload, ({ uploads, body }) =>
    Promise.resolve({
      names: uploads.map((one) => one.originalName),
      contents: uploads.map((one) => readFileSync(one.path, 'utf8')),
      // The whole folder, while the files are there.
      named: readdirSync(folder),
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
    const temporaryFolder = (folder = freshFolder());
    const { origin } = await serveApp({
      routes: [keep],
      temporaryFolder,
      findSignedIn: (token) => Promise.resolve(people[token]),
    });
    const reply = await as(origin, 'staff').send('POST', '/api/attachments', { form: data });
    return { reply, left: () => [...readdirSync(temporaryFolder), ...heldFiles(temporaryFolder)] };
  }

  it('keeps nothing of a file whose sender goes away half-way', async () => {
    const temporaryFolder = freshFolder();
    const findSignedIn = (token: string) => Promise.resolve(people[token]);
    const { origin } = await serveApp({ routes: [keep], temporaryFolder, findSignedIn });
    const gone = new AbortController();
    const begin = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nhalf';
    const sent = fetch(`${origin}/api/attachments`, {
      method: 'POST',
      headers: {
        origin,
        cookie: 'photoward=staff-token-0123456789',
        'content-type': 'multipart/form-data; boundary=x',
      },
      body: new ReadableStream({
        start: (stream) => {
          stream.enqueue(new TextEncoder().encode(begin)); // and never more
        },
      }),
      duplex: 'half',
      signal: gone.signal,
    } as RequestInit);
    await expect.poll(() => heldFiles(temporaryFolder)).toHaveLength(1);
    gone.abort();
    await expect(sent).rejects.toThrow();
    await expect.poll(() => heldFiles(temporaryFolder)).toEqual([]);
  });

  it('lends files to the handler without a name, then lets them go', async () => {
    const { reply, left } = await send(form({ '../../étang.jpg': 'one', 'b.jpg': 'two' }));
    expect(reply.json).toMatchObject({ contents: ['one', 'two'], title: 'Trip', named: [] });
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
