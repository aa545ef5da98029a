import { describe, expect, it } from 'vitest';
import { faceAt } from '../../policy/evidence-of.ts';
import type { Client, Reply } from '../../support/service/client.ts';
import { startService } from '../../support/service/start-service.ts';
import { addPupil, demoPhoto, permit, restrict, send, startBatch, untilScreened } from '../uploads/seed.ts';
import { addFlagged, reasonInSeal } from './seed.ts';
import { codeOf } from '../../support/service/code-of.ts';
import { type Detail, pathOf, read, approve, approveNow, answer } from './decide-world.ts';

describe('a photo with somebody who may never appear', () => {
  it('is looked through again when another cover shows what was hidden as "not here" was said', async () => {
    const service = await startService();
    const [staff, moderator] = [await service.signInAs('staff'), await service.signInAs('moderator')];
    const { photoId, batchId, pupilId } = await addFlagged(service);
    const her = await addPupil(service, { first: 'Orla', last: 'Nomore', className: '4B' });
    const cover = async (faces: readonly number[]): Promise<Detail> => {
      service.clock.advance(1_000);
      const { version } = await read(moderator, photoId);
      const change = { version, faces, drawnFaces: [], areas: [], crop: null };
      expect((await moderator.post(pathOf(photoId, '/outputs'), change)).status).toBe(202);
      await untilScreened(staff, batchId, service.origin);
      service.clock.advance(1_000);
      return await read(moderator, photoId);
    };
    await answer(moderator, photoId, { [her]: 'not-here' });
    expect((await cover([1])).lineUpLeft).toBe(1);
    await answer(moderator, photoId, { [pupilId]: 'not-here' });
    expect((await read(moderator, photoId)).lineUpLeft).toBe(0);
    const shown = await cover([2]);
    expect(shown.lineUpLeft, 'only she was ruled out on the photo as uploaded').toBe(1);
    expect(codeOf(await approveNow(moderator, photoId))).toBe('wrong-state');

    // The covers can be taken off again; what was said while they hid somebody is not known of the photo as uploaded.
    await answer(moderator, photoId, { [pupilId]: 'not-here' });
    expect((await approveNow(moderator, photoId)).json).toMatchObject({ state: 'approved' });
    const { version } = await read(moderator, photoId);
    const restore = (by: Client, at: number): Promise<Reply> =>
      by.send('DELETE', pathOf(photoId, '/outputs'), { body: { version: at } });
    const restored = await restore(moderator, version);
    expect(restored.json).toEqual({ state: 'flagged', verdict: 'review', lineUpLeft: 1, version: version + 1 });
    const now = await read(moderator, photoId);
    expect(now).toMatchObject({ state: 'flagged', output: null, version: version + 1 });
    expect(codeOf(await restore(moderator, now.version))).toBe('wrong-state');
    expect(codeOf(await restore(moderator, version))).toBe('changed-meanwhile');
    const audited = await service.database.selectFrom('auditEvents').select('action').execute();
    expect(audited.map(({ action }) => action)).toContain('photo/restored');
  }, 120_000);

  it('is found by the line-up, covered, checked again, and only then approved', { timeout: 240_000 }, async () => {
    const service = await startService();
    const [staff, moderator] = [await service.signInAs('staff'), await service.signInAs('moderator')];
    const kept = await addPupil(service, { first: 'Zebedee', last: 'Quillfeather', className: '4B' });
    const refused = await addPupil(service, { first: 'Orla', last: 'Nomore', className: '4B' });
    const fine = await addPupil(service, { first: 'Alma', last: 'Fine', className: '4A' });
    await permit(service, fine);
    await permit(service, kept);
    await restrict(service, kept, reasonInSeal);
    const batchId = await startBatch(service, staff);
    const sent = (await send(staff, batchId, { 'one.jpg': demoPhoto(1) })).json as { results: { photoId: string }[] };
    const { photoId } = sent.results[0]!;
    await untilScreened(staff, batchId, service.origin);
    const uncovered = await staff.get(`/api/photos/${photoId}/preview`);
    const queue = (await moderator.get('/api/moderation/queue')).json as {
      items: { id: string; lineUpLeft: number }[];
    };
    expect(queue.items).toMatchObject([{ id: photoId, lineUpLeft: 2, isMine: false, isEasy: false }]);
    expect(codeOf(await approveNow(moderator, photoId))).toBe('wrong-state');

    const lineUp = (await moderator.get(pathOf(photoId, '/line-up'))).json as { pupils: { pupilId: string }[] };
    expect(lineUp.pupils.map((one) => one.pupilId).sort()).toEqual([kept, refused].sort());
    expect((await answer(moderator, photoId, { [fine]: 'here' })).status).toBe(400);
    await answer(moderator, photoId, { [kept]: 'cannot-tell', [refused]: 'not-here' });
    const blocked = await read(moderator, photoId);
    expect(blocked).toMatchObject({ verdict: 'block', block: 'restricted', lineUpLeft: 0 });
    const { version } = blocked;
    expect((await moderator.post(pathOf(photoId, '/override'), { version, reason: 'Please' })).status).toBe(409);
    expect((await approveNow(moderator, photoId)).status).toBe(409);

    const all = blocked.faces.map((face) => face.number);
    expect(all.length).toBeGreaterThan(0);
    const change = { version, faces: all, drawnFaces: [], areas: [], crop: null };
    expect((await moderator.post(pathOf(photoId, '/outputs'), { ...change, faces: [999] })).status).toBe(400);
    expect((await moderator.post(pathOf(photoId, '/outputs'), change)).status).toBe(202);
    expect((await approveNow(moderator, photoId)).status).toBe(409);
    await untilScreened(staff, batchId, service.origin);
    const covered = await read(moderator, photoId);
    expect(covered.output).toMatchObject({ kind: 'cover', checkState: 'passed', hasPreview: true });
    const faces = await service.database
      .selectFrom('evidenceItems')
      .select('itemJson')
      .where('outputId', '=', covered.output!.id)
      .where('name', '=', 'faces')
      .executeTakeFirstOrThrow();
    expect((JSON.parse(faces.itemJson) as { value: unknown[] }).value.length).toBeLessThan(all.length);
    const preview = await moderator.get(pathOf(photoId, `/outputs/${covered.output!.id}/preview`));
    expect(preview.headers.get('content-type')).toBe('image/jpeg');
    // Whoever collects and posts the photo sees it covered, too, and cannot copy the wrong picture from the page.
    const shown = await staff.get(`/api/photos/${photoId}/preview`);
    expect([shown.text === preview.text, shown.text === uncovered.text]).toEqual([true, false]);

    // Whoever moderates still sees what is under the covers, to change them.
    expect((await moderator.get(pathOf(photoId, '/preview'))).text).toBe(uncovered.text);

    expect(covered.output!.change).toEqual({ faces: all, drawnFaces: [], areas: [], crop: null });
    const view = await moderator.get(pathOf(photoId, `/outputs/${covered.output!.id}/view`));
    expect(view.headers.get('content-type')).toBe('image/jpeg');

    const again = (await moderator.get(pathOf(photoId, '/line-up'))).json as {
      pupils: { pupilId: string; answer: string | null }[];
    };
    expect(again.pupils.find((one) => one.pupilId === refused)?.answer).toBe('not-here');
    if (covered.lineUpLeft > 0) await answer(moderator, photoId, { [kept]: 'not-here' });
    if ((await read(moderator, photoId)).state === 'flagged') {
      expect((await approveNow(moderator, photoId)).json).toMatchObject({ state: 'approved' });
      const decision = await service.database.selectFrom('decisions').selectAll().executeTakeFirstOrThrow();
      expect(decision).toMatchObject({ decision: 'approve-with-covers', outputId: covered.output!.id });
    }
    for (const path of [pathOf(photoId), pathOf(photoId, '/line-up'), '/api/moderation/queue']) {
      expect((await moderator.get(path)).text).not.toContain(reasonInSeal);
    }
  });
});

describe('a likeness to somebody who may never appear', () => {
  it('is approved by the safeguarding lead alone, however unsure it is', async () => {
    const service = await startService({ jobConcurrency: 0 });
    const [moderator, lead] = [await service.signInAs('moderator'), await service.signInAs('dsl')];
    const pupilId = await addPupil(service, { first: 'Orla', last: 'Nomore', className: '4A' });
    const beside = { photoId: '', batchId: await startBatch(service, await service.signInAs('staff')), pupilId };
    const match = {
      compared: [pupilId],
      faces: [{ incomparable: null, candidates: [{ pupil: pupilId, score: 0.4 }] }],
    };
    const unsure = { beside, isMatched: true, observed: { faces: [faceAt(100)], match } };
    const { photoId: ordinary } = await addFlagged(service, unsure);
    expect(await read(moderator, ordinary)).toMatchObject({ verdict: 'review', lineUpLeft: 0 });
    expect((await approveNow(moderator, ordinary)).json).toMatchObject({ state: 'approved' });
    await restrict(service, pupilId, reasonInSeal);
    const { photoId } = await addFlagged(service, unsure);
    const refused = await approveNow(moderator, photoId);
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('ask the safeguarding lead')]);
    const many = { ...approve, photos: [{ photoId, version: (await read(moderator, photoId)).version }] };
    expect((await moderator.post('/api/moderation/decisions', many)).text).toContain('wrong-state');
    expect((await approveNow(lead, photoId)).json).toMatchObject({ state: 'approved' });
  });
});
