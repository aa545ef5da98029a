import { describe, expect, it } from 'vitest';
import { verifyAudit } from '../../../src/store/verify-audit.ts';
import { startService } from '../../support/service/start-service.ts';
import { approval } from '../setup/application.ts';
import { addPhoto, addPupil, releaseAll } from '../release/release-world.ts';
import { oneFace, releasedAlone, stateOf, withdraw, answer, listed } from './takedown-world.ts';

describe('takedowns', () => {
  it('begin again for a photo that is found out there after all, with the address it is found at', async () => {
    const service = await startService();
    const { photoId, releaseId } = await releasedAlone(service);
    const [office, staff] = [await service.signInAs('office'), await service.signInAs('staff')];
    const ask = () => office.post(`/api/releases/${releaseId}/takedown`);
    const post = { url: 'https://oakfield.example/old-news', postedOn: '2026-03-02' };
    const end = async (outcome: string, note: string): Promise<void> => {
      service.clock.advance(60_000);
      const [open] = await listed(service);
      expect((await staff.post(`/api/takedowns/${open!.id}/done`, { outcome, note })).status).toBe(204);
    };
    expect((await ask()).status).toBe(201);
    await end('cannot-be-removed', 'Nobody knows the password.');
    expect((await staff.post(`/api/releases/${releaseId}/posts`, post)).status).toBe(409);
    expect([(await ask()).status, (await ask()).status]).toEqual([201, 409]);
    expect(await stateOf(service, photoId)).toBe('takedown-due');
    expect((await staff.post(`/api/releases/${releaseId}/posts`, post)).status).toBe(201);
    expect(await listed(service)).toMatchObject([{ cause: 'asked', posts: [{ url: post.url }] }]);
    await end('removed', '');
    expect(await stateOf(service, photoId)).toBe('taken-down');
    // What could not be removed the first time could the second.
    expect((await office.get(`/api/ledger/${releaseId}`)).json).toMatchObject({ couldNotBeRemoved: false });
    expect(await listed(service, '?state=done')).toMatchObject([
      { outcome: 'cannot-be-removed' },
      { outcome: 'removed' },
    ]);
    expect(await verifyAudit(service.database)).toMatchObject({ whole: true });
  });

  it('do not end as never posted without a word about the address that is recorded', async () => {
    const service = await startService();
    const { releaseId } = await releasedAlone(service);
    const [staff, dsl] = [await service.signInAs('staff'), await service.signInAs('dsl')];
    const posted = { url: 'https://oakfield.example/fair', postedOn: service.clock.now().toISOString().slice(0, 10) };
    expect((await staff.post(`/api/releases/${releaseId}/posts`, posted)).status).toBe(201);
    await dsl.post(`/api/releases/${releaseId}/takedown`);
    const [takedown] = await listed(service);
    const end = (note: string) => dsl.post(`/api/takedowns/${takedown!.id}/done`, { outcome: 'never-posted', note });
    expect((await end('')).json).toMatchObject({ error: { code: 'invalid-input', fields: [{ path: 'note' }] } });
    expect((await listed(service)).map(({ id }) => id)).toEqual([takedown!.id]);
    expect((await end('The post was a draft that never went out.')).status).toBe(204);
  });

  it('are called off once a mistaken withdrawal is put right, and never before', async () => {
    const service = await startService();
    const { pupilId, photoId, releaseId } = await releasedAlone(service);
    await withdraw(service, pupilId);
    const [takedown] = await listed(service);
    const office = await service.signInAs('office');
    const callOff = () =>
      office.post(`/api/takedowns/${takedown!.id}/call-off`, { note: 'It was another pupil’s form.' });
    const refused = await callOff();
    expect([refused.status, refused.json]).toMatchObject([409, { error: { code: 'still-due' } }]);
    await answer(service, pupilId, 'permitted', '2027-08-31');
    expect(await listed(service)).toHaveLength(1);
    expect((await callOff()).status).toBe(204);
    expect(await listed(service)).toEqual([]);
    expect(await stateOf(service, photoId)).toBe('released');
    expect((await office.get(`/api/ledger/${releaseId}`)).json).toMatchObject({ takenDownAt: null });
    expect(await listed(service, '?state=done')).toMatchObject([
      { outcome: 'called-off', note: 'It was another pupil’s form.' },
    ]);
    expect((await callOff()).status).toBe(409);
    // It is out, and watched as before.
    await withdraw(service, pupilId);
    expect(await listed(service)).toMatchObject([{ cause: 'withdrawn' }]);
    expect(await stateOf(service, photoId)).toBe('takedown-due');
    expect(await verifyAudit(service.database)).toMatchObject({ whole: true });
  });

  it('are not called off while somebody else must not be seen, or must be looked for', async () => {
    const service = await startService();
    const { pupilId, batchId } = await releasedAlone(service);
    const other = await addPupil(service, { first: 'Ottoline', last: 'Marchbanks' });
    await service.database.insertInto('batchRoll').values({ batchId, groupKind: 'pupil', groupName: other }).execute();
    await withdraw(service, pupilId);
    await answer(service, pupilId, 'permitted', '2027-08-31');
    const [takedown] = await listed(service);
    const office = await service.signInAs('office');
    const reply = await office.post(`/api/takedowns/${takedown!.id}/call-off`, { note: 'A mistake.' });
    expect(reply.json).toMatchObject({ error: { code: 'still-due' } });
  });

  it('follow the closing of their channel, and end together when the account is gone', async () => {
    const service = await startService();
    const { photoId, releaseId, batchId } = await releasedAlone(service);
    const second = await addPhoto(service, batchId, { values: oneFace, demo: 2 });
    await addPhoto(service, batchId, { values: oneFace, demo: 3 });
    await releaseAll(service, batchId);
    const [admin, staff] = [await service.signInAs('admin'), await service.signInAs('staff')];
    expect((await admin.get('/api/channels/website')).json).toMatchObject({ published: 3 });
    const done = (id: string) => staff.post(`/api/takedowns/${id}/done`, { outcome: 'removed', note: '', wholeChannel: true }); // prettier-ignore
    const office = await service.signInAs('office');
    await office.post(`/api/releases/${releaseId}/takedown`);
    const [asked] = await listed(service);
    // Nobody can say it of a channel that goes on.
    expect((await done(asked!.id)).status).toBe(409);
    expect((await admin.post('/api/channels/website/close', { reason: 'Nobody has time for it.' })).status).toBe(204);
    const open = await listed(service);
    expect(open).toMatchObject([{ cause: 'asked' }, { cause: 'channel-closed' }, { cause: 'channel-closed' }]);
    expect(new Set(open.map(({ owner }) => owner.id))).toEqual(new Set([service.accountIds.staff]));
    for (const { id } of open) {
      const reply = await office.post(`/api/takedowns/${id}/call-off`, { note: 'We keep it.' });
      expect(reply.json).toMatchObject({ error: { code: 'still-due' } });
    }
    await office.post(`/api/takedowns/${open[1]!.id}/owner`, { ownerId: service.accountIds.moderator });
    expect((await done(asked!.id)).status).toBe(204);
    expect(await listed(service)).toMatchObject([{ id: open[1]!.id }]);
    expect((await office.post(`/api/takedowns/${open[1]!.id}/done`, { outcome: 'removed', note: '' })).status).toBe(
      204,
    );
    expect([await stateOf(service, photoId), await stateOf(service, second)]).toEqual(['taken-down', 'taken-down']);
    expect((await admin.get('/api/channels/website')).json).toMatchObject({ published: 0 });
  });

  it('are called off when a channel was closed by mistake and is approved again', async () => {
    const service = await startService();
    const { photoId } = await releasedAlone(service);
    const [admin, office] = [await service.signInAs('admin'), await service.signInAs('office')];
    await admin.post('/api/channels/website/close', { reason: 'The wrong one' });
    const [takedown] = await listed(service);
    expect((await admin.post('/api/channels/website/reviews', approval)).status).toBe(204);
    expect((await office.post(`/api/takedowns/${takedown!.id}/call-off`, { note: 'It is open.' })).status).toBe(204);
    expect(await stateOf(service, photoId)).toBe('released');
  });

  it('leave what cannot be removed among what is out', async () => {
    const service = await startService();
    const { pupilId, releaseId } = await releasedAlone(service);
    await withdraw(service, pupilId);
    const [takedown] = await listed(service);
    const office = await service.signInAs('office');
    const ledger = async (standing: string) => (await office.get(`/api/ledger?standing=${standing}`)).json;
    const printed = { outcome: 'cannot-be-removed', note: 'It is printed.' };
    expect((await office.post(`/api/takedowns/${takedown!.id}/done`, printed)).status).toBe(204);
    expect(await ledger('yes')).toMatchObject({ items: [{ id: releaseId, couldNotBeRemoved: true }] });
    expect(await ledger('no')).toMatchObject({ items: [] });
  });
});
