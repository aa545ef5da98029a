import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../src/store/verify-audit.ts';
import { startService } from '../../support/service/start-service.ts';
import { type Listed, releasedAlone, withdraw, listed } from './takedown-world.ts';

describe('takedowns', () => {
  it('let whoever has the task, or oversees it, put the addresses right, and nobody else', async () => {
    const service = await startService();
    const { releaseId } = await releasedAlone(service);
    const [office, staff, dsl] = [
      await service.signInAs('office'),
      await service.signInAs('staff'),
      await service.signInAs('dsl'),
    ];
    const colleague = await service.addAccount('staff');
    const helper = await service.signIn(colleague.email);
    const stranger = await service.signIn((await service.addAccount('staff')).email);
    const post = (by: typeof office, url: string) =>
      by.post(`/api/releases/${releaseId}/posts`, { url, postedOn: '2026-03-02' });
    expect((await post(staff, 'https://oakfield.example/wrong')).status).toBe(201);
    expect((await office.post(`/api/releases/${releaseId}/takedown`)).status).toBe(201);
    const [task] = await listed(service);
    expect((await post(helper, 'https://oakfield.example/b')).status).toBe(404);
    const path = `/api/takedowns/${task!.id}`;
    expect((await office.post(`${path}/owner`, { ownerId: colleague.id })).status).toBe(204);
    const seenBy = async (by: typeof office, query = '') =>
      ((await by.get(`/api/takedowns${query}`)).json as { readonly items: readonly Listed[] }).items[0]!;
    const theirs = await seenBy(helper);
    expect(theirs).toMatchObject({ id: task!.id, cause: null, posts: [{ url: 'https://oakfield.example/wrong' }] });
    expect((await helper.post(`/api/posts/${theirs.posts[0]!.id}/retract`)).status).toBe(204);
    expect((await post(helper, 'https://oakfield.example/b')).status).toBe(201);
    expect((await post(office, 'https://oakfield.example/c')).status).toBe(201);
    expect((await post(dsl, 'https://oakfield.example/d')).status).toBe(201);
    expect((await post(stranger, 'https://oakfield.example/e')).status).toBe(404);
    expect((await listed(service))[0]!.posts.map(({ url }) => url.at(-1))).toEqual(['b', 'c', 'd']);
    // Why is not theirs to know, and a colleague's note may tell it; their own words they may read again.
    expect((await office.post(`${path}/done`, { outcome: 'removed', note: 'As her mother asked' })).status).toBe(204);
    const ended = async (by: typeof office) => (await seenBy(by, '?state=done')).note;
    expect([await ended(helper), await ended(office), await ended(dsl)]).toEqual([
      null,
      'As her mother asked',
      'As her mother asked',
    ]);
  });

  it('go to somebody who is still here when their owner’s account is closed', async () => {
    const service = await startService();
    const { pupilId } = await releasedAlone(service);
    const { staff, office, dsl } = service.accountIds;
    await withdraw(service, pupilId);
    expect(await listed(service)).toMatchObject([{ owner: { id: staff } }]);
    const admin = await service.signInAs('admin');
    expect((await admin.post('/api/channels/website/handover', { from: staff, to: dsl })).status).toBe(204);
    expect((await admin.post(`/api/accounts/${staff}/close`)).status).toBe(204);
    const [takedown] = await listed(service);
    expect([office, dsl]).toContain(takedown!.owner.id);
    expect(await verifyAudit(service.database)).toMatchObject({ whole: true });
  });

  it('go to somebody who may do them when their owner’s roles are changed, and never to whoever may not', async () => {
    const service = await startService();
    const { pupilId, releaseId } = await releasedAlone(service);
    const { staff, admin: adminId } = service.accountIds;
    await withdraw(service, pupilId);
    expect(await listed(service)).toMatchObject([{ owner: { id: staff } }]);
    const admin = await service.signInAs('admin');
    const asAdmin = await admin.send('PUT', `/api/accounts/${staff}/roles`, { body: { roles: ['admin'] } });
    expect(asAdmin.status, asAdmin.text).toBe(204);
    const [task] = await listed(service);
    expect([staff, adminId]).not.toContain(task!.owner.id);
    const dsl = await service.signInAs('dsl');
    await dsl.post(`/api/takedowns/${task!.id}/done`, { outcome: 'removed', note: '' });
    await dsl.post(`/api/releases/${releaseId}/takedown`);
    const [again] = await listed(service, '?state=open');
    expect([staff, adminId]).not.toContain(again!.owner.id);
    expect(await verifyAudit(service.database)).toMatchObject({ whole: true });
  });
});
