import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { landscape } from '../../support/make-photos.ts';
import { startService } from '../../support/service/start-service.ts';
import { addPupil, answers, demoPhoto, permit, restrict, send, startBatch, untilScreened } from './seed.ts';
import { resultsOf } from './upload-world.ts';

describe('uploading', () => {
  it('goes to review with the reason when screening cannot be done', async () => {
    const service = await startService({ jobConcurrency: 0 });
    const staff = await service.signInAs('staff');
    const batchId = await startBatch(service, staff);
    const photoId = resultsOf((await send(staff, batchId, { 'a.jpg': demoPhoto(1) })).json)[0]!.photoId!;
    const { AppError } = await import('../../../src/lib/app-error.ts');
    const { serviceJobs } = await import('../../../src/service-jobs.ts');
    const { withTransaction } = await import('../../../src/store/with-transaction.ts');
    const { claimJob } = await import('../../../src/jobs/claim-job.ts');
    const claim = { kinds: ['screen-photo'], leaseMs: 60_000 };
    const job = await claimJob(service.database, service.clock, claim);
    const handler = serviceJobs(service.service.parts)['screen-photo']!;
    await withTransaction(service.database, (trx) => handler.giveUp(trx, job!, new AppError('process-died')));
    const photo = (await staff.get(`/api/photos/${photoId}`)).json;
    expect(photo).toMatchObject({ state: 'flagged', verdict: 'review', hasPreview: false });
    expect(JSON.stringify(photo)).toContain('screening process stopped');
  });
});

describe('screening', () => {
  it('tells the uploader what became of each photo, and nothing about who is on the register', async () => {
    const service = await startService();
    const staff = await service.signInAs('staff');
    const kept = await addPupil(service, { first: 'Zebedee', last: 'Quillfeather', className: '4B' });
    const fine = await addPupil(service, { first: 'Alma', last: 'Fine', className: '4A' });
    await permit(service, kept);
    await permit(service, fine);
    await restrict(service, kept, 'court order 77');
    const batchId = await startBatch(service, staff);
    const files = { 'one.jpg': demoPhoto(1), 'Zebedee Quillfeather.jpg': demoPhoto(2) };
    const ids = resultsOf((await send(staff, batchId, files)).json).map((one) => one.photoId!);
    await untilScreened(staff, batchId, service.origin);
    const batch = await staff.get(`/api/batches/${batchId}`);
    expect(batch.json).toMatchObject({ counts: { total: 2, waiting: 0, flagged: 2 } });
    for (const id of ids) {
      const reply = await staff.get(`/api/photos/${id}`);
      expect(reply.json).toMatchObject({
        state: 'flagged',
        hasPreview: true,
      });
      // How many of a roll may not appear would tell, for a roll of one, that this one may not.
      expect(reply.text).not.toMatch(/coverage|lineUp|restrict|may not appear/i);
      const findings = JSON.stringify((reply.json as { findings: unknown }).findings);
      for (const secret of ['Zebedee', 'Quillfeather', '4B', 'court order', kept])
        expect(findings).not.toContain(secret);
      const preview = await staff.get(`/api/photos/${id}/preview`);
      expect([preview.status, preview.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    }
    const evidence = await service.database.selectFrom('evidenceItems').selectAll().execute();
    expect(evidence).toHaveLength(16);
    expect(evidence.find((item) => item.name === 'match')?.status).toBe('off');
    const stages = await service.database.selectFrom('auditEvents').select('action').execute();
    expect(stages.filter(({ action }) => action === 'photo/screened')).toHaveLength(2);
    expect(service.logLines.join('')).not.toContain('Zebedee');
  });

  it('tells the uploader that a name is a moderator’s to look at, though it blocks the photo', async () => {
    const service = await startService();
    const staff = await service.signInAs('staff');
    await addPupil(service, { first: 'Zebedee', last: 'Quillfeather', className: '4B' });
    const batchId = await startBatch(service, staff, { caption: 'Well done, Zebedee Quillfeather!' });
    const id = resultsOf((await send(staff, batchId, { 'field.jpg': await landscape() })).json)[0]!.photoId!;
    await untilScreened(staff, batchId, service.origin);
    const judged = await service.database.selectFrom('verdicts').select('verdict').executeTakeFirstOrThrow();
    const photo = (await staff.get(`/api/photos/${id}`)).json as { readonly findings: readonly { code: string }[] };
    const batch = (await staff.get(`/api/batches/${batchId}`)).json;
    expect(judged.verdict).toBe('block');
    expect(photo).toMatchObject({ state: 'flagged', verdict: 'review' });
    expect(photo.findings[0]!.code).toBe('photo/words');
    expect(batch).toMatchObject({ photos: [{ verdict: 'review' }] });
  });

  it('searches the title like the caption, and judges again when title or caption is changed', async () => {
    const service = await startService();
    const staff = await service.signInAs('staff');
    const kept = await addPupil(service, { first: 'Zebedee', last: 'Quillfeather', className: '4B' });
    const title = 'Zebedee Quill[b]feather[/b] wins';
    const batchId = await startBatch(service, staff, { title, caption: '' });
    const id = resultsOf((await send(staff, batchId, { 'field.jpg': await landscape() })).json)[0]!.photoId!;
    await untilScreened(staff, batchId, service.origin);
    const verdicts = () => service.database.selectFrom('verdicts').selectAll().orderBy('id').execute();
    expect((await verdicts()).map(({ verdict, findingsJson }) => [verdict, findingsJson])).toEqual([
      ['block', expect.stringContaining(`"title/on-register","severity":"block"`)],
    ]);
    const shown = await staff.get(`/api/photos/${id}`);
    expect(shown.json).toMatchObject({ state: 'flagged', verdict: 'review' });
    expect((shown.json as { readonly findings: readonly { code: string }[] }).findings[0]!.code).toBe('photo/words');
    expect(JSON.stringify(shown.json)).not.toContain(kept);
    const change = (words: object, was: object) =>
      staff.send('PUT', `/api/batches/${batchId}/words`, { body: { title: 'Sports day', caption: '', was, ...words } });
    expect((await change({}, { title: 'Another', caption: '' })).status).toBe(409);
    expect((await change({}, { title, caption: '' })).status).toBe(204);
    expect((await verdicts()).map(({ verdict, cause }) => [verdict, cause])).toEqual([
      ['block', 'screening'],
      ['clear', 'text-change'],
    ]);
    // Only a person says that it may go after all, and what is clear is flagged again by a name.
    expect((await staff.get(`/api/photos/${id}`)).json).toMatchObject({ state: 'flagged', verdict: 'clear' });
    await service.database.updateTable('photos').set({ state: 'clear' }).execute();
    const caption = 'Well done, Zebedee Quillfeather';
    expect((await change({ caption }, { title: 'Sports day', caption: '' })).status).toBe(204);
    expect((await staff.get(`/api/photos/${id}`)).json).toMatchObject({ state: 'flagged', verdict: 'review' });
    const log = await service.database.selectFrom('auditEvents').selectAll().execute();
    expect(log.filter(({ action }) => action === 'batch/words-changed')).toHaveLength(2);
    expect(JSON.stringify(log)).not.toContain('Quillfeather');
  });

  it('leaves a picture to people that one of them turned down before, however it is sent again', async () => {
    const service = await startService();
    const [staff, moderator] = [await service.signInAs('staff'), await service.signInAs('moderator')];
    const upload = async (bytes: Buffer): Promise<{ readonly id: string; readonly state: string }> => {
      const batchId = await startBatch(service, staff);
      const id = resultsOf((await send(staff, batchId, { 'field.jpg': bytes })).json)[0]!.photoId!;
      await untilScreened(staff, batchId, service.origin);
      const { state } = (await staff.get(`/api/photos/${id}`)).json as { readonly state: string };
      return { id, state };
    };
    const version = async (id: string) =>
      ((await moderator.get(`/api/moderation/photos/${id}`)).json as { readonly version: number }).version;
    const decide = async (id: string, decision: string, reasonCode: string) =>
      await moderator.post(`/api/moderation/photos/${id}/decision`, {
        ...{ decision, reasonCode, note: '', version: await version(id) },
      });
    const picture = await landscape();
    const smaller = await sharp(picture).resize({ width: 900 }).jpeg({ quality: 60 }).toBuffer();
    const first = await upload(picture);
    expect(first.state).toBe('clear');
    expect((await decide(first.id, 'reject', 'other')).status).toBe(200);
    expect((await staff.send('DELETE', `/api/photos/${first.id}`)).status).toBe(204);
    const again = await upload(picture);
    expect([again.state, (await upload(smaller)).state]).toEqual(['flagged', 'flagged']);
    const shown = await moderator.get(`/api/moderation/photos/${again.id}`);
    const { findings } = shown.json as { readonly findings: readonly { code: string; severity: string }[] };
    expect(findings.find(({ code }) => code === 'photo/rejected-before')).toMatchObject({ severity: 'review' });
    expect((await decide(again.id, 'approve', 'all-permitted')).status).toBe(200);
    // What a moderator deletes at once is for a person again, too; what its uploader took away alone is not.
    const other = await landscape(200);
    expect((await upload(other)).state).toBe('clear');
    const own = await upload(other);
    expect((await staff.send('DELETE', `/api/photos/${own.id}`)).status).toBe(204);
    const last = await upload(other);
    expect(last.state).toBe('clear');
    expect((await moderator.send('DELETE', `/api/photos/${last.id}`)).status).toBe(204);
    expect((await upload(other)).state).toBe('flagged');
    // A rejection that is taken back counts no more.
    const third = await landscape(100);
    const one = await upload(third);
    expect((await decide(one.id, 'reject', 'other')).status).toBe(200);
    const undo = { version: await version(one.id) };
    expect((await moderator.post(`/api/moderation/photos/${one.id}/undo`, undo)).status).toBe(200);
    expect((await upload(third)).state).toBe('clear');
  });

  it('decides a batch by itself when all of it is clear', async () => {
    const service = await startService();
    const staff = await service.signInAs('staff');
    const batchId = await startBatch(service, staff);
    await send(staff, batchId, { 'field.jpg': await landscape() });
    expect((await staff.post(`/api/batches/${batchId}/submit`)).status).toBe(204);
    await untilScreened(staff, batchId, service.origin);
    const batch = await staff.get(`/api/batches/${batchId}`);
    expect(batch.json).toMatchObject({ state: 'decided', counts: { clear: 1 } });
  });

  it('sends every photo to review when the uploader has a doubt', async () => {
    const service = await startService();
    const staff = await service.signInAs('staff');
    const checklist = [{ id: 'embarrassing', answer: 'not-sure' }, ...answers.slice(1)];
    const batchId = await startBatch(service, staff, { checklist });
    await send(staff, batchId, { 'field.jpg': await landscape() });
    await untilScreened(staff, batchId, service.origin);
    const { verdict } = await service.database.selectFrom('verdicts').select('verdict').executeTakeFirstOrThrow();
    expect(verdict).toBe('review');
  });

  it('deletes a photo with everything made from it, for the uploader too', async () => {
    const service = await startService();
    const staff = await service.signInAs('staff');
    const batchId = await startBatch(service, staff);
    const id = resultsOf((await send(staff, batchId, { 'one.jpg': demoPhoto(6) })).json)[0]!.photoId!;
    await untilScreened(staff, batchId, service.origin);
    expect((await staff.send('DELETE', `/api/photos/${id}`)).status).toBe(204);
    expect((await staff.get(`/api/photos/${id}`)).status).toBe(404);
    const left = [];
    for await (const file of service.vault.list()) left.push(file);
    expect(left).toEqual([]);
    expect(await service.database.selectFrom('evidenceItems').selectAll().execute()).toEqual([]);
  });
});
