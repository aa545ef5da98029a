import { describe, expect, it } from 'vitest';
import { startService } from '../../support/service/start-service.ts';
import { addPupil, restrict } from '../uploads/seed.ts';
import { addFlagged, reasonInSeal } from './seed.ts';
import { codeOf } from '../../support/service/code-of.ts';
import { pathOf, read, approve, approveNow, answer, another } from './decide-world.ts';

describe('deciding', () => {
  it('is never for the uploader, whatever roles they hold', async () => {
    const service = await startService({ jobConcurrency: 0 });
    const { photoId } = await addFlagged(service);
    const both = await service.addAccount('staff', 'moderator', 'dsl');
    await service.database.updateTable('photos').set({ uploadedBy: both.id }).where('id', '=', photoId).execute();
    const uploader = await service.signIn(both.email);
    const attempts = [
      await uploader.post(pathOf(photoId, '/decision'), { ...approve, version: 1 }),
      await uploader.post(pathOf(photoId, '/undo'), { version: 1 }),
      await uploader.post(pathOf(photoId, '/faces'), { version: 1, box: { x: 1, y: 1, width: 9, height: 9 } }),
      await uploader.post(pathOf(photoId, '/outputs'), {
        version: 1,
        faces: [1],
        drawnFaces: [],
        areas: [],
        crop: null,
      }),
    ];
    expect(attempts.map(codeOf)).toEqual(['own-upload', 'own-upload', 'own-upload', 'own-upload']);
  });

  it('refuses a page that is out of date, and can be taken back until the release', async () => {
    const service = await startService({ jobConcurrency: 0 });
    const moderator = await service.signInAs('moderator');
    const { photoId, pupilId } = await addFlagged(service);
    await answer(moderator, photoId, { [pupilId]: 'not-here' });
    const late = await moderator.post(pathOf(photoId, '/decision'), { ...approve, version: 1 });
    expect(codeOf(late)).toBe('changed-meanwhile');
    expect((await approveNow(moderator, photoId)).json).toMatchObject({ state: 'approved' });
    const { version } = await read(moderator, photoId);
    expect((await moderator.post(pathOf(photoId, '/undo'), { version })).json).toMatchObject({ state: 'flagged' });
    const noted = { ...approve, note: 'Both mothers agreed', version: (await read(moderator, photoId)).version };
    expect((await moderator.post(pathOf(photoId, '/decision'), noted)).status).toBe(200);
    const told = (await read(moderator, photoId)).history.filter((event) => event.decision !== null);
    const who = 'Person with role moderator';
    expect(told).toMatchObject([
      { who, decision: approve },
      { who, decision: { ...approve, note: 'Both mothers agreed' } },
    ]);
    await service.database.updateTable('photos').set({ state: 'released' }).where('id', '=', photoId).execute();
    const released = await read(moderator, photoId);
    expect((await moderator.post(pathOf(photoId, '/undo'), { version: released.version })).status).toBe(409);
  });

  it('keeps what it learns when the register changed meanwhile', async () => {
    const service = await startService({ jobConcurrency: 0 });
    const moderator = await service.signInAs('moderator');
    const { photoId, pupilId } = await addFlagged(service);
    await answer(moderator, photoId, { [pupilId]: 'not-here' });
    await addPupil(service, { first: 'Late', last: 'Comer' });
    expect(codeOf(await approveNow(moderator, photoId))).toBe('changed-meanwhile');
    expect(await read(moderator, photoId)).toMatchObject({ state: 'flagged', lineUpLeft: 1 });
  });

  it('overrides an ordinary block with two people, neither of them the uploader', async () => {
    const service = await startService({ jobConcurrency: 0 });
    const [first, second] = [await service.signInAs('moderator'), await another(service, 'moderator')];
    const { photoId } = await addFlagged(service, { isMatched: true });
    expect(codeOf(await approveNow(first, photoId))).toBe('second-person-needed');
    const { version } = await read(first, photoId);
    expect((await first.post(pathOf(photoId, '/override'), { version, reason: 'They asked' })).status).toBe(200);
    const agree = { version: version + 1, answer: 'agreed' };
    expect(codeOf(await first.post(pathOf(photoId, '/override/answer'), agree))).toBe('second-person-needed');
    const agreed = await second.post(pathOf(photoId, '/override/answer'), agree);
    expect(agreed.json).toMatchObject({ state: 'approved' });
  });

  it('takes "not this pupil" for this photo alone, from the lead alone for a restricted pupil', async () => {
    const service = await startService({ jobConcurrency: 0 });
    const [moderator, lead] = [await service.signInAs('moderator'), await service.signInAs('dsl')];
    const { photoId, pupilId } = await addFlagged(service, { isMatched: true });
    await restrict(service, pupilId, reasonInSeal);
    const said = { version: 1, face: 1, pupilId, reason: 'Much taller' };
    expect(codeOf(await moderator.post(pathOf(photoId, '/not-this-pupil'), said))).toBe('not-allowed');
    expect((await lead.post(pathOf(photoId, '/not-this-pupil'), { ...said, face: 2 })).status).toBe(400);
    const after = await lead.post(pathOf(photoId, '/not-this-pupil'), said);
    expect((after.json as { verdict: string }).verdict).not.toBe('block');
    // Why the likeness no longer counts is there to read, and anybody who may decide takes a slip back.
    const detail = (await moderator.get(pathOf(photoId))).json as { version: number; denials: { id: string }[] };
    const told = { face: 1, name: 'Zebedee Quillfeather', reason: 'Much taller', saidBy: 'Person with role dsl' };
    expect(detail.denials).toMatchObject([told]);
    const [{ id }] = detail.denials as [{ id: string }];
    const takeBack = (version: number) =>
      moderator.send('DELETE', pathOf(photoId, `/not-this-pupil/${id}`), { body: { version } });
    expect((await takeBack(detail.version)).json).toMatchObject({ verdict: 'block' });
    expect((await takeBack(detail.version + 1)).status).toBe(404);
    expect((await moderator.get(pathOf(photoId))).json).toMatchObject({ denials: [], block: 'restricted' });
    expect(await service.database.selectFrom('faceTemplates').selectAll().execute()).toEqual([]);
  });

  it('asks for everybody again when a face was missed', async () => {
    const service = await startService({ jobConcurrency: 0 });
    const moderator = await service.signInAs('moderator');
    const { photoId } = await addFlagged(service, { isMatched: true });
    const outside = { x: 5_000, y: 10, width: 50, height: 50 };
    expect((await moderator.post(pathOf(photoId, '/faces'), { version: 1, box: outside })).status).toBe(400);
    const drawn = await moderator.post(pathOf(photoId, '/faces'), { version: 1, box: { ...outside, x: 10 } });
    expect(drawn.json).toMatchObject({ lineUpLeft: 1 });
  });
});

describe('the quarantine', () => {
  it('is not told by a batch that waits for nothing which others see', async () => {
    const service = await startService({ jobConcurrency: 0 });
    const held = await addFlagged(service, { isQuarantined: true });
    const other = await addFlagged(service, { beside: held });
    await service.database.updateTable('batches').set({ state: 'submitted' }).execute();
    const [moderator, lead, staff] = [
      await service.signInAs('moderator'),
      await service.signInAs('dsl'),
      await service.signInAs('staff'),
    ];
    const path = `/api/batches/${held.batchId}`;
    const stateFor = async (client: typeof moderator) => ((await client.get(path)).json as { state: string }).state;
    expect(await stateFor(moderator)).toBe('submitted');
    await service.database.updateTable('photos').set({ state: 'rejected' }).where('id', '=', other.photoId).execute();
    expect(await stateFor(moderator)).toBe('decided');
    expect((await moderator.get(`${path}/progress`)).text).toContain('"state":"decided"');
    expect(await stateFor(lead)).toBe('submitted');
    expect(await stateFor(staff)).toBe('submitted');
  });

  it('is for the safeguarding lead alone, without any picture', async () => {
    const service = await startService({ jobConcurrency: 0 });
    const [moderator, lead, staff] = [
      await service.signInAs('moderator'),
      await service.signInAs('dsl'),
      await service.signInAs('staff'),
    ];
    const { photoId } = await addFlagged(service, { isQuarantined: true });
    expect((await moderator.get(pathOf(photoId))).status).toBe(404);
    expect((await moderator.get('/api/moderation/queue')).json).toMatchObject({ items: [] });
    expect((await lead.get(pathOf(photoId))).text).toContain('nudity');
    for (const client of [moderator, lead, staff]) {
      expect((await client.get(`/api/photos/${photoId}/preview`)).status).toBe(404);
      if (client !== staff) expect((await client.get(pathOf(photoId, '/view'))).status).toBe(404);
      if (client !== lead) expect((await client.get(`/api/photos/${photoId}`)).text).not.toMatch(/nud/i);
    }
    expect((await staff.send('DELETE', `/api/photos/${photoId}`)).status).toBe(403);
    expect((await approveNow(lead, photoId)).status).toBe(409);
    const close = { outcome: 'deleted', note: 'Gone', version: 1 };
    expect((await lead.post(`/api/moderation/quarantine/${photoId}`, close)).status).toBe(204);
    expect((await lead.get(pathOf(photoId))).status).toBe(404);
  });
});
