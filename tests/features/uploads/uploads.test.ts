import { describe, expect, it } from 'vitest';
import { startService } from '../../support/service/start-service.ts';
import { answers, demoPhoto, newBatch, send, startBatch } from './seed.ts';
import { resultsOf } from './upload-world.ts';

describe('opening a batch', () => {
  it('says field by field what to mend, and writes nothing', async () => {
    const service = await startService();
    const staff = await service.signInAs('staff');
    const opened = await startBatch(service, staff);
    const wrong: readonly [object, string][] = [
      [{ channels: ['facebook'] }, 'channels.0'],
      [{ roll: { ...newBatch.roll, classes: ['9Z'] } }, 'roll.wholeSchool'],
      [{ roll: { ...newBatch.roll, wholeSchool: false } }, 'roll.wholeSchool'],
      [{ roll: { ...newBatch.roll, wholeSchool: false, classes: ['9Z'] } }, 'roll.classes.0'],
      [{ checklist: answers.slice(1) }, 'checklist'],
      [{ checklist: [...answers, answers[0]] }, 'checklist.3.id'],
      [{ checklist: [...answers, { id: 'other', answer: 'yes' }] }, 'checklist.3.id'],
    ];
    for (const [change, path] of wrong) {
      const reply = await staff.post('/api/batches', { ...newBatch, ...change });
      expect(reply.status).toBe(400);
      expect((reply.json as { error: { fields: { path: string }[] } }).error.fields[0]!.path).toBe(path);
    }
    const list = (await staff.get('/api/batches')).json as { items: { id: string }[] };
    expect(list.items.map((batch) => batch.id)).toEqual([opened]);
  });

  it('is refused for a channel that is not open', async () => {
    const service = await startService();
    const [staff, admin] = [await service.signInAs('staff'), await service.signInAs('admin')];
    await startBatch(service, staff);
    await admin.post('/api/channels/website/close', { reason: 'Not used' });
    const reply = await staff.post('/api/batches', newBatch);
    expect(reply.json).toMatchObject({ error: { code: 'channel-not-open' } });
  });
});

describe('uploading', () => {
  it('gives each file its own result, and takes the same bytes once', async () => {
    const service = await startService({ jobConcurrency: 0 });
    const staff = await service.signInAs('staff');
    const batchId = await startBatch(service, staff);
    const photo = demoPhoto(1);
    const files = {
      'one.jpg': photo,
      '../../etc/again.jpg': photo,
      'broken.jpg': Buffer.from('this is text'),
      'empty.jpg': Buffer.alloc(0),
      'huge.jpg': Buffer.concat([photo, Buffer.alloc(25_000_000)]),
    };
    const first = await send(staff, batchId, files);
    expect(first.status).toBe(202);
    const results = resultsOf(first.json);
    expect(results.map((one) => one.error?.code ?? one.outcome)).toEqual([
      ...['received', 'already-there', 'not-an-image', 'empty-file', 'file-too-large'],
    ]);
    expect(results[1]!.photoId).toBe(results[0]!.photoId);
    const again = resultsOf((await send(staff, batchId, { 'one.jpg': photo })).json);
    expect(again[0]).toMatchObject({ outcome: 'already-there', photoId: results[0]!.photoId });
    const jobs = await service.database.selectFrom('jobs').selectAll().execute();
    expect(jobs.map((job) => job.kind)).toEqual(['screen-photo']);
    const stored = [];
    for await (const file of service.vault.list()) stored.push(file.kind);
    expect(stored).toEqual(['original']);
  });

  it('is for the uploader alone, and ends when the batch is submitted', async () => {
    const service = await startService({ jobConcurrency: 0 });
    const [staff, other] = [await service.signInAs('staff'), await service.signInAs('office')];
    const batchId = await startBatch(service, staff);
    expect((await send(other, batchId, { 'a.jpg': demoPhoto(1) })).status).toBe(404);
    expect((await other.get(`/api/batches/${batchId}`)).status).toBe(404);
    expect((await staff.post(`/api/batches/${batchId}/submit`)).status).toBe(409);
    await send(staff, batchId, { 'a.jpg': demoPhoto(1) });
    expect((await staff.post(`/api/batches/${batchId}/submit`)).status).toBe(204);
    expect((await send(staff, batchId, { 'b.jpg': demoPhoto(2) })).status).toBe(409);
  });
});
