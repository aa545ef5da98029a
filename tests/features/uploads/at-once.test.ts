import { expect, it } from 'vitest';
import { startService } from '../../support/service/start-service.ts';
import { demoPhoto, send, startBatch } from './seed.ts';

it('takes the same bytes once, however many requests bring them at the same moment', async () => {
  const service = await startService({ jobConcurrency: 0 });
  const staff = await service.signInAs('staff');
  const batchId = await startBatch(service, staff);
  const photo = demoPhoto(2);
  const replies = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      send(staff, batchId, { [`${index}.jpg`]: photo, [`again-${index}.jpg`]: photo }),
    ),
  );
  const results = replies.flatMap(
    (reply) => (reply.json as { results: { outcome: string; photoId: string }[] }).results,
  );
  expect(results).toHaveLength(16);
  expect(results.filter(({ outcome }) => outcome === 'received')).toHaveLength(1);
  expect(new Set(results.map(({ photoId }) => photoId)).size).toBe(1);
  expect(await service.database.selectFrom('photos').select('position').execute()).toEqual([{ position: 1 }]);
  const jobs = await service.database.selectFrom('jobs').select('id').where('kind', '=', 'screen-photo').execute();
  expect(jobs).toHaveLength(1);
  const originals = [];
  for await (const file of service.vault.list()) if (file.kind === 'original') originals.push(file.id);
  expect(originals).toHaveLength(1);
});

it('gives photos that arrive at the same moment places of their own', async () => {
  const service = await startService({ jobConcurrency: 0 });
  const staff = await service.signInAs('staff');
  const batchId = await startBatch(service, staff);
  const numbers = [1, 2, 3, 4, 5, 6] as const;
  await Promise.all(numbers.map((number) => send(staff, batchId, { 'a.jpg': demoPhoto(number) })));
  const rows = await service.database.selectFrom('photos').select('position').orderBy('position').execute();
  expect(rows.map(({ position }) => position)).toEqual([...numbers]);
});
