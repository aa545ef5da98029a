import { describe, expect, it } from 'vitest';
import { judgeBatchAgain } from '../../../src/features/takedowns/judge-batch.ts';
import { defaultSchoolPolicy } from '../../../src/policy/default-school-policy.ts';
import { verifyAudit } from '../../../src/store/verify-audit.ts';
import { startService } from '../../support/service/start-service.ts';
import { addPhoto, addPupil, confirmList, readyWorld, releaseAll, settle } from '../release/release-world.ts';
import { oneFace, type Listed, releasedAlone, stateOf, withdraw, listed } from './takedown-world.ts';

describe('takedowns', () => {
  it('follow a withdrawn permission, from the post to the end, and the audit log verifies', async () => {
    const service = await startService();
    const { pupilId, photoId, releaseId } = await releasedAlone(service);
    const staff = await service.signInAs('staff');
    await staff.post(`/api/releases/${releaseId}/posts`, { url: 'https://oakfield.example/a', postedOn: '2026-03-02' });
    expect(await stateOf(service, photoId)).toBe('released');
    await withdraw(service, pupilId);
    expect(await stateOf(service, photoId)).toBe('takedown-due');
    const [takedown, ...others] = await listed(service);
    expect(others).toEqual([]);
    expect(takedown).toMatchObject({
      cause: 'withdrawn',
      state: 'open',
      dueOn: '2026-03-04',
      posts: [{ url: 'https://oakfield.example/a' }],
      pupil: { id: pupilId },
      owner: { id: service.accountIds.staff },
    });
    const own = (await staff.get('/api/takedowns')).json as { items: Listed[] };
    expect(own.items).toMatchObject([{ id: takedown!.id, cause: null, pupil: null }]);
    service.clock.advance(3 * 86_400_000);
    expect(await listed(service, '?state=overdue')).toMatchObject([{ state: 'overdue' }]);
    const again = await service.signInAs('staff');
    const body = { outcome: 'removed', note: 'Deleted the post' };
    expect((await again.post(`/api/takedowns/${takedown!.id}/done`, body)).status).toBe(204);
    expect((await again.post(`/api/takedowns/${takedown!.id}/done`, body)).status).toBe(409);
    expect(await stateOf(service, photoId)).toBe('taken-down');
    expect(await listed(service, '?state=done')).toMatchObject([{ state: 'done' }]);
    expect(await verifyAudit(service.database)).toMatchObject({ whole: true });
  });

  it('follow an expiry by themselves, the day after', async () => {
    const service = await startService();
    const { photoId } = await releasedAlone(service);
    service.clock.set('2027-08-31T12:00:00.000Z');
    await settle(service);
    expect(await stateOf(service, photoId)).toBe('released');
    service.clock.set('2027-09-01T12:00:00.000Z');
    await settle(service);
    expect(await listed(service)).toMatchObject([{ cause: 'expired' }]);
  });

  it('follow a leaver', async () => {
    const service = await startService();
    const { pupilId } = await releasedAlone(service);
    await service.database.updateTable('pupils').set({ leftOn: '2026-03-02' }).where('id', '=', pupilId).execute();
    service.clock.set('2026-03-04T12:00:00.000Z');
    await settle(service);
    expect(await listed(service)).toMatchObject([{ cause: 'left', pupil: { id: pupilId } }]);
  });

  it('send photos that have not left back to the moderators', async () => {
    const service = await startService();
    const { pupilId, batchId } = await readyWorld(service, await service.signInAs('admin'));
    const photoId = await addPhoto(service, batchId, { values: oneFace });
    expect(await stateOf(service, photoId)).toBe('clear');
    await withdraw(service, pupilId);
    expect(await stateOf(service, photoId)).toBe('flagged');
  });

  it('are of one channel where another still permits it', async () => {
    const service = await startService();
    const { batchId, pupilId, photoId } = await readyWorld(service, await service.signInAs('admin'), [
      'website',
      'newsletter',
    ]);
    await service.database.deleteFrom('batchRoll').where('batchId', '=', batchId).execute();
    await service.database
      .insertInto('batchRoll')
      .values({ batchId, groupKind: 'pupil', groupName: pupilId })
      .execute();
    await releaseAll(service, batchId, 'website');
    await releaseAll(service, batchId, 'newsletter');
    const dsl = await service.signInAs('dsl');
    const { items } = (await dsl.get('/api/ledger?channelId=website')).json as { items: { id: string }[] };
    await dsl.post(`/api/releases/${items[0]!.id}/takedown`);
    expect(await stateOf(service, photoId)).toBe('released');
    const [takedown] = await listed(service);
    await dsl.post(`/api/takedowns/${takedown!.id}/done`, { outcome: 'never-posted', note: '' });
    expect(await stateOf(service, photoId)).toBe('released');
    expect(((await dsl.get('/api/ledger?standing=yes')).json as { items: unknown[] }).items).toHaveLength(1);
  });

  it('are looked for without keeping everybody else waiting', async () => {
    const service = await startService();
    const { batchId } = await releasedAlone(service);
    await addPhoto(service, batchId, { values: oneFace, demo: 2 });
    await releaseAll(service, batchId);
    for (const demo of [1, 2, 3] as const) await addPhoto(service, batchId, { values: oneFace, demo });
    let [turns, isOver] = [0, false];
    const turn = (): void => {
      turns += 1;
      if (!isOver) setImmediate(turn);
    };
    setImmediate(turn);
    await judgeBatchAgain({ ...service, wakeJobs: () => undefined }, batchId);
    isOver = true;
    expect(turns).toBeGreaterThanOrEqual(5);
  });

  it('say what other thresholds would have flagged, and change nothing', async () => {
    const service = await startService();
    const { batchId } = await readyWorld(service, await service.signInAs('admin'));
    await addPhoto(service, batchId, { values: { attire: { swimwear: 0.4, water: 0.02, people: [] } } });
    const before = await service.database.selectFrom('auditEvents').select('seq').execute();
    const { match, faces, prominence, attire, text, copyrightHolders } = defaultSchoolPolicy;
    const rules = { match, faces, prominence, attire: { ...attire, swimwear: 0.3 }, text, copyrightHolders };
    const dsl = await service.signInAs('dsl');
    const reply = await dsl.post('/api/replay/preview', { rules, days: 30 });
    expect(reply.json).toMatchObject({ judged: 2, moreFlagged: 1, fewerFlagged: 0 });
    expect((reply.json as { sentence: string }).sentence).toContain('flagged 1 more');
    const after = await service.database.selectFrom('auditEvents').select('action').execute();
    expect(after.slice(before.length)).toEqual([{ action: 'account/signed-in' }]);
  });
});

describe('a pupil who was never there', () => {
  it('does not touch releases without faces', async () => {
    const service = await startService();
    const { batchId } = await readyWorld(service, await service.signInAs('admin'));
    await releaseAll(service, batchId);
    const pupilId = await addPupil(service, { first: 'Ottoline', last: 'Marchbanks' });
    await confirmList(service);
    await withdraw(service, pupilId);
    expect(await listed(service)).toEqual([]);
  });
});
