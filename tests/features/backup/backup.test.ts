import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openFileVault } from '../../../src/files/file-vault.ts';
import { loadKeyRing } from '../../../src/files/key-ring.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { eraseFileRow } from '../../../src/store/insert-file.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { verifyAudit } from '../../../src/store/verify-audit.ts';
import { withTransaction } from '../../../src/store/with-transaction.ts';
import { startCli } from '../../support/run-cli.ts';
import { runCommandHere } from '../../support/run-command-here.ts';
import { makeDataFolder, type DataFolder } from '../../support/service/make-data-folder.ts';

const backUp = ({ env, root }: DataFolder, name = 'all.backup') =>
  runCommandHere(['backup', '--to', path.join(root, name)], env);

const restore = ({ env, root }: DataFolder, name = 'all.backup', folder = 'restored') =>
  runCommandHere(['restore', '--from', path.join(root, name), '--to', path.join(root, folder)], env);

it('brings back the database and every file, and records both ends', async () => {
  const school = await makeDataFolder(0, 1, 70_000, 300_000);
  const made = await backUp(school);
  expect(made).toMatchObject({ code: 0, err: '' });
  const sealed = readFileSync(path.join(school.root, 'all.backup'));
  expect(sealed.includes('SQLite format')).toBe(false);
  const row = await school.store.database.selectFrom('backups').selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({ fileName: 'all.backup', bytes: sealed.length });
  expect(made.out).toContain(row.auditHead);
  await school.store.close();
  expect(await restore(school)).toMatchObject({ code: 0, err: '' });
  const folder = path.join(school.root, 'restored');
  const keys = loadKeyRing({ keyText: undefined, keyFile: path.join(folder, 'photoward.key'), mayMake: false });
  const back = await openStore(path.join(folder, 'photoward.db'));
  const vault = await openFileVault(path.join(folder, 'files'), keys, { clearTemporary: false });
  for (const { stored, bytes } of school.files) expect((await vault.read(stored)).equals(bytes)).toBe(true);
  const [seq, hash] = row.auditHead.split(':') as [string, string];
  expect(await verifyAudit(back.database, { seq: Number(seq), hash })).toMatchObject({ whole: true, head: { seq: 5 } });
  const last = await back.database.selectFrom('auditEvents').select('action').orderBy('seq', 'desc').executeTakeFirst();
  expect(last).toEqual({ action: 'backup/restored' });
  expect(back.findDamage()).toEqual([]);
  await back.close();
  const again = await restore(school);
  expect([again.code, again.err]).toEqual([2, expect.stringContaining('exists already')]);
});

it('refuses every altered, cut, lengthened or foreign backup and leaves nothing behind', async () => {
  const school = await makeDataFolder(50, 140_000);
  await backUp(school);
  await school.store.close();
  const whole = readFileSync(path.join(school.root, 'all.backup'));
  const places = [
    0,
    5,
    20,
    44,
    60,
    65_600,
    ...Array.from({ length: 24 }, (_, i) => Math.floor((whole.length * (i + 0.5)) / 24)),
  ];
  const flipped = places.map((place) => {
    const bytes = Buffer.from(whole);
    bytes[place]! ^= 1 << (place % 8);
    return bytes;
  });
  const cut = [0, 3, 44, 45, 65_596, whole.length - 65_552, whole.length - 17, whole.length - 1].map((end) =>
    whole.subarray(0, end),
  );
  const other = await makeDataFolder(10);
  await backUp(other);
  await other.store.close();
  const foreign = readFileSync(path.join(other.root, 'all.backup'));
  const [folder] = [path.join(school.root, 'restored')];
  const before = readdirSync(school.root).sort();
  for (const bytes of [
    ...flipped,
    ...cut,
    Buffer.concat([whole, Buffer.of(0)]),
    Buffer.concat([whole, whole]),
    foreign,
  ]) {
    writeFileSync(path.join(school.root, 'all.backup'), bytes);
    const { code, err } = await restore(school);
    expect(code).toBe(2);
    expect(err).toMatch(/damaged, cut short or changed|sealed with another key/);
    expect(existsSync(folder)).toBe(false);
  }
  expect(readdirSync(school.root).sort()).toEqual(before);
});

it('never takes a stored file for a backup, nor writes over a file or a folder', async () => {
  const school = await makeDataFolder(100);
  const [{ stored }] = school.files as [DataFolder['files'][number]];
  const place = path.join(school.root, 'data', 'files', 'clean', stored.id.slice(-2), stored.id);
  const as = await runCommandHere(['restore', '--from', place, '--to', path.join(school.root, 'new')], school.env);
  expect([as.code, as.err]).toEqual([2, expect.stringContaining('not a backup')]);
  writeFileSync(path.join(school.root, 'all.backup'), 'precious');
  expect(await backUp(school)).toMatchObject({ code: 2 });
  expect(readFileSync(path.join(school.root, 'all.backup'), 'utf8')).toBe('precious');
  expect(await backUp(school, 'two')).toMatchObject({ code: 0 });
  mkdirSync(path.join(school.root, 'restored'));
  writeFileSync(path.join(school.root, 'restored', 'mine.txt'), 'x');
  expect(await restore(school, 'two')).toMatchObject({ code: 2 });
  expect(readdirSync(path.join(school.root, 'restored'))).toEqual(['mine.txt']);
  await school.store.close();
});

it('follows a link to an empty folder, and refuses a file and a disk of its own before it unpacks anything', async () => {
  const school = await makeDataFolder(10);
  await backUp(school);
  await school.store.close();
  const [empty, link] = [path.join(school.root, 'empty'), path.join(school.root, 'link')];
  mkdirSync(empty);
  symlinkSync(empty, link);
  writeFileSync(path.join(school.root, 'file'), 'x');
  expect((await restore(school, 'all.backup', 'file')).err).toContain('is a file');
  expect(await restore(school, 'all.backup', 'link')).toMatchObject({ code: 0 });
  expect(readdirSync(empty).sort()).toEqual(['files', 'photoward.db', 'photoward.key']);
  expect(readdirSync(school.root).sort()).toEqual(['all.backup', 'data', 'empty', 'file', 'link']);
  // A place where another file system is mounted, as in a container, is there on most Linux machines.
  const mount = '/dev/mqueue';
  if (statSync(mount, { throwIfNoEntry: false })?.dev === statSync('/dev').dev || !existsSync(mount)) return;
  const args = ['restore', '--from', path.join(school.root, 'all.backup'), '--to', mount];
  expect((await runCommandHere(args, school.env)).err).toContain('a disk of its own');
});

it('says which files were missing or damaged already, and keeps the rest', async () => {
  const school = await makeDataFolder(1_000, 2_000, 3_000, 4_000);
  const [gone, altered, erased, good] = school.files as [
    DataFolder['files'][0],
    DataFolder['files'][0],
    DataFolder['files'][0],
    DataFolder['files'][0],
  ];
  const { placeOf } = school;
  rmSync(placeOf(gone.stored.id));
  const bytes = readFileSync(placeOf(altered.stored.id));
  bytes[100]! ^= 1;
  writeFileSync(placeOf(altered.stored.id), bytes);
  await withTransaction(school.store.database, (trx) => eraseFileRow(trx, systemClock, erased.stored.id));
  const made = await backUp(school);
  expect(made.code).toBe(1);
  expect(made.err).toContain(gone.stored.id);
  expect(made.err).toContain(altered.stored.id);
  expect(made.err).not.toContain(erased.stored.id);
  await school.store.close();
  expect(await restore(school)).toMatchObject({ code: 0 });
  expect(existsSync(placeOf(good.stored.id).replace('/data/', '/restored/'))).toBe(true);
});

it('two at once to one name: one of them is whole, the other says so, and nothing lies beside it', async () => {
  const school = await makeDataFolder(2_000_000, 2_000_000);
  const both = await Promise.all([backUp(school), backUp(school)]);
  expect(both.map(({ code }) => code).sort()).toEqual([0, 2]);
  expect(both.map(({ err }) => err).join('')).toContain('exists already');
  expect(readdirSync(school.root).sort()).toEqual(['all.backup', 'data']);
  expect((await backUp(school, 'no-folder/all.backup')).err).toContain('no such file');
  await school.store.close();
  expect(await restore(school)).toMatchObject({ code: 0 });
});

it('kill -9 at any moment leaves a whole backup or none, and the service’s data as it was', async () => {
  const school = await makeDataFolder(8_000_000, 8_000_000, 8_000_000);
  const target = path.join(school.root, 'killed.backup');
  for (const delayMs of [400, 700, 1_000]) {
    rmSync(target, { force: true });
    const { process: child, done } = startCli(['backup', '--to', target], school.env);
    await wait(delayMs);
    child.kill('SIGKILL');
    await done;
    if (existsSync(target)) {
      expect(await restore(school, 'killed.backup', `after-${delayMs}`)).toMatchObject({ code: 0 });
    }
    expect(school.store.findDamage()).toEqual([]);
    expect(await verifyAudit(school.store.database)).toMatchObject({ whole: true });
  }
  expect(await backUp(school)).toMatchObject({ code: 0 });
  await school.store.close();
  expect(await restore(school)).toMatchObject({ code: 0 });
});
