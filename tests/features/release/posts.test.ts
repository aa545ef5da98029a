import { describe, expect, it } from 'vitest';
import { startService } from '../../support/service/start-service.ts';
import { verifyAudit } from '../../../src/store/verify-audit.ts';
import { addConsent, addPupil, confirmList, releasedWorld } from './release-world.ts';

describe('releasing', () => {
  it('records several posts of one release, with checked addresses', async () => {
    const service = await startService();
    const { releaseId, batchId } = await releasedWorld(service, await service.signInAs('admin'));
    const staff = await service.signInAs('staff');
    const posts = `/api/releases/${releaseId}/posts`;
    const statuses = [];
    for (const [url, postedOn] of [
      ['https://oakfield.example/a', '2026-03-02'],
      ['https://oakfield.example/b', '2026-03-02'],
      ['https://oakfield.example/a', '2026-03-02'],
      ['javascript:alert(1)', '2026-03-02'],
      ['http://oakfield.example/c', '2026-03-02'],
      ['https://oakfield.example/d', '2026-03-03'],
    ]) {
      statuses.push((await staff.post(posts, { url, postedOn })).status);
    }
    expect(statuses).toEqual([201, 201, 409, 400, 400, 400]);
    const ledger = (await (await service.signInAs('office')).get('/api/ledger?channelId=website')).json as {
      items: { posts: { url: string; recordedBy: { id: string } }[] }[];
    };
    expect(ledger.items[0]!.posts.map(({ url }) => url)).toEqual([
      'https://oakfield.example/a',
      'https://oakfield.example/b',
    ]);
    expect(ledger.items[0]!.posts[0]!.recordedBy.id).toBe(service.accountIds.staff);
    const status = (await staff.get(`/api/batches/${batchId}/releases/website`)).json as { photos: object[] };
    expect(status.photos[0]).toMatchObject({
      altText: 'Children at play',
      posts: [{ postedOn: '2026-03-02' }, { postedOn: '2026-03-02' }],
    });
  });
});

describe('an address of a post', () => {
  const day = '2026-03-02';

  it('is asked about once when it names a pupil who may not be named there', async () => {
    const service = await startService();
    const { releaseId } = await releasedWorld(service, await service.signInAs('admin'));
    const staff = await service.signInAs('staff');
    const url = 'https://oakfield.example/news/wilhelmina-quennell-wins-gold';
    const post = (body: object) => staff.post(`/api/releases/${releaseId}/posts`, { url, postedOn: day, ...body });
    expect(await post({})).toMatchObject({
      status: 409,
      json: { error: { code: 'post-names-pupil', detail: 'wilhelmina quennell' } },
    });
    expect(await service.database.selectFrom('releasePosts').select('id').execute()).toEqual([]);
    expect((await post({ isNameKnown: true })).status).toBe(201);
    const said = await service.database
      .selectFrom('auditEvents')
      .select('detailJson')
      .where('action', '=', 'release/posted')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(said.detailJson)).toMatchObject({ names: true });
    expect(service.logLines.join('')).not.toMatch(/quennell/i);
    const other = { url: 'https://oakfield.example/news/sports-day' };
    expect((await post(other)).status).toBe(201);
  });

  it('is asked about alike for pupils of other classes who may appear and who may not', async () => {
    const service = await startService();
    const { releaseId } = await releasedWorld(service, await service.signInAs('admin'));
    const permitted = await addPupil(service, { first: 'Ottoline', last: 'Marchbanks', className: '6A' });
    await addConsent(service, permitted);
    const refused = await addPupil(service, { first: 'Peregrine', last: 'Lovelace', className: '6A' });
    await addConsent(service, refused, { answer: 'refused' });
    await confirmList(service);
    const staff = await service.signInAs('staff');
    const ask = async (page: string) =>
      (await staff.post(`/api/releases/${releaseId}/posts`, { url: `https://a.example/${page}`, postedOn: day }))
        .status;
    expect(await ask('ottoline-marchbanks')).toBe(409);
    expect(await ask('peregrine-lovelace')).toBe(409);
    expect(await ask('ottoline-lovelace')).toBe(201);
    // Of other classes the first name alone is nobody's.
    expect(await ask('ottoline')).toBe(201);
    expect(await ask('peregrine')).toBe(201);
  });

  it.each<[string, string | null]>([
    ['https://OAKFIELD.example', 'https://oakfield.example/'],
    ['https:\\\\oakfield.example\\fair', 'https://oakfield.example/fair'],
    ['https://oakfield.example/a\nb', 'https://oakfield.example/ab'],
    ['https://oakfield.example/\u202egpj', 'https://oakfield.example/%E2%80%AEgpj'],
    ['https://оakfield.example/', 'https://xn--akfield-8ig.example/'],
    [`https://oakfield.example/${'a'.repeat(1_975)}`, `https://oakfield.example/${'a'.repeat(1_975)}`],
    [`https://oakfield.example/${'a'.repeat(1_976)}`, null],
    ['https://oakfield.example@evil.example/', null],
    ['https://a:b@evil.example/', null],
    ['data:text/html,hello', null],
    ['JaVaScRiPt:alert(1)', null],
    ['//oakfield.example', null],
    ['fair', null],
  ])('%s is kept as a browser reads it, or refused', async (url, kept) => {
    const service = await startService();
    const { releaseId } = await releasedWorld(service, await service.signInAs('admin'));
    const staff = await service.signInAs('staff');
    const reply = await staff.post(`/api/releases/${releaseId}/posts`, { url, postedOn: day });
    expect(reply.status).toBe(kept === null ? 400 : 201);
    const posts = await service.database.selectFrom('releasePosts').select('url').execute();
    expect(posts).toEqual(kept === null ? [] : [{ url: kept }]);
  });

  it('that was recorded by mistake stays on record as one, and no takedown leads there', async () => {
    const service = await startService();
    const { releaseId, batchId } = await releasedWorld(service, await service.signInAs('admin'));
    const [staff, office] = [await service.signInAs('staff'), await service.signInAs('office')];
    const post = (url: string) => staff.post(`/api/releases/${releaseId}/posts`, { url, postedOn: day });
    const { id: wrong } = (await post('https://elsewhere.example/')).json as { id: string };
    await post('https://oakfield.example/fair');
    expect((await staff.post(`/api/posts/${wrong}/retract`)).status).toBe(204);
    expect((await staff.post(`/api/posts/${wrong}/retract`)).status).toBe(409);
    const entry = (await office.get(`/api/ledger/${releaseId}`)).json as { posts: object[] };
    const by = { id: service.accountIds.staff };
    expect(entry.posts).toMatchObject([
      { url: 'https://elsewhere.example/', retractedAt: service.clock.now().toISOString(), retractedBy: by },
      { url: 'https://oakfield.example/fair', retractedAt: null, retractedBy: null },
    ]);
    const status = (await staff.get(`/api/batches/${batchId}/releases/website`)).json as {
      photos: { posts: { url: string }[] }[];
    };
    expect(status.photos[0]!.posts.map(({ url }) => url)).toEqual(['https://oakfield.example/fair']);
    // What was a mistake once may be right later.
    expect((await post('https://elsewhere.example/')).status).toBe(201);
    expect((await post('https://elsewhere.example/')).status).toBe(409);
    await office.post(`/api/releases/${releaseId}/takedown`);
    const { items } = (await office.get('/api/takedowns')).json as {
      items: { id: string; posts: { url: string }[] }[];
    };
    expect(items[0]!.posts.map(({ url }) => url)).toEqual([
      'https://oakfield.example/fair',
      'https://elsewhere.example/',
    ]);
    const done = { outcome: 'removed', note: '' };
    expect((await office.post(`/api/takedowns/${items[0]!.id}/done`, done)).status).toBe(204);
    const { posts } = (await office.get(`/api/ledger/${releaseId}`)).json as { posts: { id: string }[] };
    expect((await staff.post(`/api/posts/${posts[2]!.id}/retract`)).status).toBe(409);
    const stranger = await service.signIn((await service.addAccount('staff')).email);
    expect((await stranger.post(`/api/posts/${posts[1]!.id}/retract`)).status).toBe(404);
    expect(await verifyAudit(service.database)).toMatchObject({ whole: true });
  });
});
