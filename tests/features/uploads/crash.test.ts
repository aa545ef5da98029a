import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../src/store/open-store.ts';
import { createClient, type Client } from '../../support/service/client.ts';
import { freshFolder } from '../../support/service/fresh-vault.ts';
import { demoPhoto, newBatch, send, untilScreened } from './seed.ts';

const program = path.join(import.meta.dirname, '..', '..', '..', 'src', 'main.ts');
const password = 'violin Harbour 42 lamps';
const email = 'jo@oakfield.example';

/** The real service in a process of its own. */
async function serveIn(folder: string): Promise<{ child: ChildProcess; said: () => string; origin: string }> {
  const env = {
    ...process.env,
    ...{ PHOTOWARD_DATA: folder, PHOTOWARD_PORT: '0', PHOTOWARD_WORKERS: '1', PHOTOWARD_OPERATING_POINT: 'quick' },
  };
  const child = spawn(process.execPath, ['--import', 'tsx', program], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const said = (): string => text;
  await expect.poll(() => text.includes('ready at'), { timeout: 60_000 }).toBe(true);
  return { child, said, origin: /ready at (\S+)/.exec(text)![1]! };
}

/** Set the school up, and give it an open channel. */
async function setUp(folder: string, origin: string, token: string): Promise<Client> {
  const client = createClient(origin);
  const school = { token, schoolName: 'Oakfield', displayName: 'Jo Head', email, password };
  expect((await client.post('/api/set-up', school)).status).toBe(201);
  const store = await openStore(path.join(folder, 'photoward.db'));
  const { id: appliedBy } = await store.database.selectFrom('accounts').select('id').executeTakeFirstOrThrow();
  const words = {
    aim: '-',
    intendedAudience: '-',
    promotion: '-',
    audienceReason: '-',
    policyUrl: 'https://a.example',
  };
  await store.database
    .insertInto('channels')
    .values({
      ...{ id: 'website', name: 'Website', kind: 'website', audience: 'public', profile: 'strict', ...words },
      ...{ maxLongEdgePx: 1600, namesAllowed: 0, noRecordMeans: 'refused', state: 'open' },
      ...{ appliedAt: '2026-01-01T00:00:00.000Z', appliedBy },
    })
    .execute();
  await store.close();
  return client;
}

async function photosIn(folder: string) {
  const store = await openStore(path.join(folder, 'photoward.db'));
  try {
    const photos = await store.database.selectFrom('photos').select(['id', 'state']).orderBy('position').execute();
    const screened = await store.database
      .selectFrom('auditEvents')
      .select('subjectId')
      .where('action', '=', 'photo/screened')
      .execute();
    return { photos, screened: screened.map((event) => event.subjectId).sort() };
  } finally {
    await store.close();
  }
}

it('screens every photo exactly once, though it is killed in the middle', { timeout: 240_000 }, async () => {
  const folder = freshFolder();
  const first = await serveIn(folder);
  await expect.poll(first.said).toMatch(/set-up#[\w-]{43}/);
  const client = await setUp(folder, first.origin, /set-up#([\w-]{43})/.exec(first.said())![1]!);
  const opened = (await client.post('/api/batches', newBatch)).json as { id: string };
  const sent = await send(client, opened.id, { 'one.jpg': demoPhoto(6), 'two.jpg': demoPhoto(1) });
  const ids = (sent.json as { results: { photoId: string }[] }).results.map((one) => one.photoId);
  await expect.poll(async () => (await photosIn(folder)).photos[0]?.state, { timeout: 60_000 }).toBe('screening');
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  const cut = await photosIn(folder);
  expect(cut.photos.map((photo) => photo.id)).toEqual(ids);
  expect(cut.screened).toEqual([]);

  const again = await serveIn(folder);
  const back = createClient(again.origin);
  expect((await back.post('/api/session', { email, password })).status).toBe(201);
  await untilScreened(back, opened.id, again.origin);
  const done = await photosIn(folder);
  expect(done.screened).toEqual([...ids].sort());
  expect(done.photos.every((photo) => photo.state === 'clear' || photo.state === 'flagged')).toBe(true);
});
