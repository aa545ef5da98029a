import { describe, expect, it } from 'vitest';
import { noMetadata } from '../../policy/evidence-of.ts';
import { startService } from '../../support/service/start-service.ts';
import { addConsent, addPhoto, addPupil, readyWorld, releaseAll, settle } from '../release/release-world.ts';
import { oneFace, stateOf, withdraw, listed } from './takedown-world.ts';

describe('takedowns', () => {
  it('ask a person where nobody was compared, and follow when they see the pupil or cannot tell', async () => {
    const service = await startService();
    const { pupilId, batchId } = await readyWorld(service, await service.signInAs('admin'));
    const photoId = await addPhoto(service, batchId, { values: oneFace });
    await releaseAll(service, batchId);
    await withdraw(service, pupilId);
    expect(await listed(service)).toEqual([]);
    const moderator = await service.signInAs('moderator');
    const { items } = (await moderator.get('/api/looks')).json as { items: { id: string; pupil: { id: string } }[] };
    expect(items).toMatchObject([{ pupil: { id: pupilId } }]);
    const reply = await moderator.post(`/api/looks/${items[0]!.id}/answer`, { answer: 'cannot-tell' });
    expect(reply.status).toBe(200);
    expect(await stateOf(service, photoId)).toBe('takedown-due');
    expect(((await moderator.get('/api/looks')).json as { items: unknown[] }).items).toEqual([]);
  });

  it('ask a person for whoever the file’s own words or new thresholds hint at', async () => {
    const service = await startService();
    const { batchId } = await readyWorld(service, await service.signInAs('admin'));
    // Not of the class that was there, so nobody expects him.
    const elsewhere = await addPupil(service, { first: 'Cuthbert', last: 'Ashdown', className: '5A' });
    await addConsent(service, elsewhere);
    const tagged = { ...noMetadata, people: ['Cuthbert Ashdown'] };
    const alike = {
      compared: [elsewhere],
      faces: [{ incomparable: null, candidates: [{ pupil: elsewhere, score: 0.25 }] }],
    };
    await addPhoto(service, batchId, { values: { ...oneFace, metadata: tagged } });
    await addPhoto(service, batchId, { values: { ...oneFace, match: alike }, demo: 2 });
    await releaseAll(service, batchId);
    await withdraw(service, elsewhere);
    const moderator = await service.signInAs('moderator');
    const looks = async () =>
      ((await moderator.get('/api/looks')).json as { items: { id: string; cause: string; pupil: { id: string } }[] })
        .items;
    expect(await looks()).toMatchObject([{ pupil: { id: elsewhere }, cause: 'withdrawn' }]);
    const admin = await service.signInAs('admin');
    const { number, rules, handling } = (await admin.get('/api/policy')).json as {
      number: number;
      rules: { match: object };
      handling: object;
    };
    const lower = { ...rules, match: { ...rules.match, possible: 0.2 } };
    const body = { basedOn: number, rules: lower, handling, reason: 'Look at more' };
    expect((await admin.post('/api/policy/versions', body)).status).toBe(201);
    await settle(service);
    expect(await looks()).toHaveLength(2);
    expect(await listed(service)).toEqual([]);
  });

  it('never ask twice about a pupil who was looked for and is not there', async () => {
    const service = await startService();
    const { pupilId, batchId } = await readyWorld(service, await service.signInAs('admin'));
    await addPhoto(service, batchId, { values: oneFace });
    await releaseAll(service, batchId);
    await withdraw(service, pupilId);
    const moderator = await service.signInAs('moderator');
    const { items } = (await moderator.get('/api/looks')).json as { items: { id: string }[] };
    await moderator.post(`/api/looks/${items[0]!.id}/answer`, { answer: 'not-here' });
    await (await service.signInAs('dsl')).post('/api/replay');
    await settle(service);
    expect(((await moderator.get('/api/looks')).json as { items: unknown[] }).items).toEqual([]);
    expect(await listed(service)).toEqual([]);
  });

  it('are not decided by whoever uploaded the photo', async () => {
    const service = await startService();
    const { pupilId, batchId } = await readyWorld(service, await service.signInAs('admin'));
    const photoId = await addPhoto(service, batchId, { values: oneFace });
    const { id: uploadedBy, email } = await service.addAccount('staff', 'moderator', 'office');
    await service.database.updateTable('photos').set({ uploadedBy }).where('id', '=', photoId).execute();
    await releaseAll(service, batchId);
    await withdraw(service, pupilId);
    const [uploader, moderator] = [await service.signIn(email), await service.signInAs('moderator')];
    const look = async (by: typeof uploader) =>
      ((await by.get('/api/looks')).json as { items: { id: string; releaseId: string; isMine: boolean }[] }).items[0]!;
    expect([(await look(uploader)).isMine, (await look(moderator)).isMine]).toEqual([true, false]);
    const { id, releaseId } = await look(moderator);
    const say = (by: typeof uploader, said: string) => by.post(`/api/looks/${id}/answer`, { answer: said });
    expect((await say(uploader, 'not-here')).text).toContain('own-upload');
    expect((await say(moderator, 'not-here')).json).toEqual({ takedownId: null });

    await moderator.post(`/api/releases/${releaseId}/takedown`);
    const [task] = await listed(service);
    const callOff = (by: typeof uploader) => by.post(`/api/takedowns/${task!.id}/call-off`, { note: 'It may stay' });
    expect((await callOff(uploader)).text).toContain('own-upload');
    expect((await callOff(moderator)).status).toBe(204);
  });
});
