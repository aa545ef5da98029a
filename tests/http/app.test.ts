import { describe, expect, it } from 'vitest';
import { errorAnswer } from '../../src/contract/common.ts';
import { AppError } from '../../src/lib/app-error.ts';
import { serveApp } from '../support/service/serve-app.ts';
import { notesRoute, echo, as, serveNotes } from './notes-world.ts';

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
