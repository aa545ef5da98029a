import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { dataPaths } from '../../src/config/data-paths.ts';
import { openFileVault } from '../../src/files/file-vault.ts';
import { loadKeyRing } from '../../src/files/key-ring.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { insertFile } from '../../src/store/insert-file.ts';
import { openStore } from '../../src/store/open-store.ts';
import { withTransaction } from '../../src/store/with-transaction.ts';
import { runCli } from '../support/run-cli.ts';
import { createClient } from '../support/service/client.ts';
import { freshFolder } from '../support/service/fresh-vault.ts';

const program = path.join(import.meta.dirname, '..', '..', 'src', 'main.ts');

/** `photoward serve` in a process of its own; resolves when it has said where it listens. */
async function serveIn(
  folder: string,
  port = '0',
): Promise<{ child: ChildProcess; said: () => string; origin: string }> {
  const env = { ...process.env, PHOTOWARD_DATA: folder, PHOTOWARD_PORT: port };
  const child = spawn(process.execPath, ['--import', 'tsx', program], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const said = (): string => text;
  await expect.poll(() => child.exitCode !== null || text.includes('ready at'), { timeout: 30_000 }).toBe(true);
  return { child, said, origin: /ready at (\S+)/.exec(text)?.[1] ?? '' };
}

it('starts, offers its link, survives kill -9, runs once per folder and stops in order', async () => {
  const folder = path.join(freshFolder(), 'school');
  const first = await serveIn(folder);
  await expect.poll(first.said).toMatch(/set-up#[\w-]{43}/);
  const token = /set-up#([\w-]{43})/.exec(first.said())![1]!;
  expect(statSync(path.join(folder, 'photoward.key')).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  const stores = readdirSync(folder).filter((name) => name.startsWith('photoward.db'));
  expect(stores.map((name) => [name, statSync(path.join(folder, name)).mode & 0o777])).toEqual([
    ['photoward.db', 0o600],
    ['photoward.db-shm', 0o600],
    ['photoward.db-wal', 0o600],
  ]);
  const client = createClient(first.origin);
  const body = { token, schoolName: 'Oakfield', displayName: 'Jo Head', email: 'jo@oakfield.example' };
  expect((await client.post('/api/set-up', { ...body, password: 'violin Harbour 42 lamps' })).status).toBe(201);
  const second = await serveIn(folder);
  expect([second.child.exitCode, second.said()]).toEqual([1, expect.stringContaining('running on this data folder')]);
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  const again = await serveIn(folder);
  expect(again.said()).not.toContain('set-up#');
  const back = createClient(again.origin);
  const reply = await back.post('/api/session', { email: body.email, password: 'violin Harbour 42 lamps' });
  expect(reply.status).toBe(201);
  expect((await back.get('/readyz')).json).toEqual({ ready: true, failing: [] });
  again.child.kill('SIGTERM');
  const [code] = (await once(again.child, 'exit')) as [number | null];
  expect(code).toBe(0);
  expect(readdirSync(folder).filter((name) => name.endsWith('-wal'))).toEqual([]);
  expect(again.said()).not.toMatch(/oakfield|Jo Head/i);
});

it('says what keeps it from starting: a port in use, a folder that cannot be written', async () => {
  const taken = createServer();
  taken.listen(0, '127.0.0.1');
  await once(taken, 'listening');
  onTestFinished(() => {
    taken.close();
  });
  const { port } = taken.address() as AddressInfo;
  const blocked = await serveIn(freshFolder(), String(port));
  expect(blocked.child.exitCode).toBe(1);
  expect(blocked.said()).toContain(`port ${port} is in use by another program`);
  const file = path.join(freshFolder(), 'file');
  writeFileSync(file, '');
  for (const folder of [file, path.join(file, 'below')]) {
    const { child, said } = await serveIn(folder);
    expect(child.exitCode).toBe(1);
    expect(said()).toContain(`with PHOTOWARD_DATA. (${folder})`);
  }
});

it('does not start with a pack that is not there, and says how to go on', async () => {
  const folder = path.join(freshFolder(), 'school');
  const packs = dataPaths(folder).packs;
  mkdirSync(packs, { recursive: true });
  writeFileSync(path.join(packs, 'in-use.json'), JSON.stringify({ detection: 'yunet-2026may', matching: null }));
  const { child, said } = await serveIn(folder);
  expect(child.exitCode).toBe(1);
  expect(said()).toContain('the pack yunet-2026may: add it again, or go back with photoward models use shipped');
  const { code } = await runCli(['models', 'use', 'shipped'], { PHOTOWARD_DATA: folder });
  expect(code).toBe(0);
  expect((await serveIn(folder)).said()).toContain('ready at');
});

it('does not start with a key that is not the one of what it keeps', async () => {
  const folder = path.join(freshFolder(), 'school');
  const keyFile = path.join(folder, 'photoward.key');
  const keys = loadKeyRing({ keyText: undefined, keyFile, mayMake: true });
  const store = await openStore(path.join(folder, 'photoward.db'));
  const vault = await openFileVault(path.join(folder, 'files'), keys, { clearTemporary: true });
  const stored = await vault.write('clean', Buffer.from('a photo'));
  await withTransaction(store.database, (trx) => insertFile(trx, systemClock, stored, 'image/jpeg'));
  await store.close();
  const [own, other] = [readFileSync(keyFile, 'utf8'), randomBytes(32).toString('base64')];
  writeFileSync(keyFile, other);
  const { child, said } = await serveIn(folder);
  expect([child.exitCode, said()]).toEqual([1, expect.stringContaining('sealed with another key')]);
  writeFileSync(keyFile, `${other}\n${own}`);
  expect((await serveIn(folder)).said()).toContain('ready at');
});
