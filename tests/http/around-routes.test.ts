import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorAnswer } from '../../src/contract/common.ts';
import { freshFolder } from '../support/service/fresh-vault.ts';
import { serveApp } from '../support/service/serve-app.ts';
import { as, serveNotes } from './notes-world.ts';

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
