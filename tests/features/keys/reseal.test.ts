import { randomBytes } from 'node:crypto';
import { chownSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { requireKeys } from '../../../src/features/keys/require-keys.ts';
import { keyRingOf, type KeyRing } from '../../../src/files/key-ring.ts';
import { createSealer } from '../../../src/files/sealer.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { holdServingLock } from '../../../src/store/hold-serving-lock.ts';
import { eraseFileRow } from '../../../src/store/insert-file.ts';
import { openStore, openStoreAsItIs, type Store } from '../../../src/store/open-store.ts';
import { sealContext, sealedColumns, type SealedKind } from '../../../src/store/sealed-columns.ts';
import { verifyAudit } from '../../../src/store/verify-audit.ts';
import { withTransaction } from '../../../src/store/with-transaction.ts';
import { runCommandHere } from '../../support/run-command-here.ts';
import { freshStore } from '../../support/service/fresh-store.ts';
import { makeDataFolder, type DataFolder } from '../../support/service/make-data-folder.ts';
import { expectWhole, keyFileOf, keyTextsOf, ringOf, runKeys } from './run-keys.ts';

const kinds = Object.keys(sealedColumns) as SealedKind[];
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Rows with sealed values in every column that has them; whose they are does not matter to a seal. */
async function fillSealed({ database }: Store, ring: KeyRing, count: number): Promise<void> {
  const sealer = createSealer(ring);
  await sql`pragma foreign_keys = off`.execute(database);
  await sql`pragma ignore_check_constraints = on`.execute(database);
  await sql`begin`.execute(database);
  for (const kind of kinds) {
    const { table, id, column } = sealedColumns[kind];
    const { rows: columns } = await sql<{ name: string; type: string; notnull: number }>`
      select name, type, "notnull" from pragma_table_info(${snake(table)})`.execute(database);
    const needed = columns.filter(({ name, notnull }) => notnull === 1 || [snake(id), snake(column)].includes(name));
    for (let index = 0; index < count; index += 1) {
      const own = `${kind}-${String(index).padStart(4, '0')}`;
      const values = needed.map(({ name, type }) => {
        if (name === snake(id)) return own;
        if (name === snake(column)) return sealer.sealText(sealContext(kind, own), `what ${own} says`);
        return type === 'INTEGER' ? index : `${name} ${index}`;
      });
      const names = sql.join(needed.map(({ name }) => sql.ref(name)));
      await sql`insert into ${sql.table(table)} (${names}) values (${sql.join(values)})`.execute(database);
    }
  }
  await sql`commit`.execute(database);
}

async function readSealed({ database }: Store, ring: KeyRing): Promise<readonly string[]> {
  const sealer = createSealer(ring);
  const read: string[] = [];
  for (const kind of kinds) {
    const { table, id, column } = sealedColumns[kind];
    const { rows } = await sql<{ id: string; sealed: Uint8Array }>`
      select ${sql.ref(id)} as id, ${sql.ref(column)} as sealed from ${sql.table(table)}`.execute(database);
    for (const row of rows) read.push(sealer.openText(sealContext(kind, row.id), row.sealed));
  }
  return read;
}

function filesHolding(folder: DataFolder, bytes: Buffer): string[] {
  return readdirSync(folder.root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'photoward.key')
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(bytes));
}

it('knows every column that holds sealed values', async () => {
  const { database } = await freshStore();
  const { rows } = await sql<{ name: string }>`
    select m.name || '.' || c.name as name from sqlite_schema m, pragma_table_info(m.name) c
    where m.type = 'table' and lower(c.type) = 'blob' order by 1`.execute(database);
  const listed = Object.values(sealedColumns).map(({ table, column }) => `${snake(table)}.${snake(column)}`);
  expect(rows.map(({ name }) => name)).toEqual(listed.sort());
});

it('seals all anew, so that the old key can be taken out and nothing under it is left', async () => {
  const folder = await makeDataFolder(0, 1, 65_536, 300_000);
  await fillSealed(folder.store, folder.keys, 230);
  await folder.store.close();
  const old = folder.keys.current.id;
  expect(filesHolding(folder, Buffer.from(old, 'hex'))).toHaveLength(5);
  const added = await runKeys(folder, 'add');
  expect(added).toMatchObject({ code: 0, err: '' });
  expect(added.out).toContain(`Keep a copy of ${path.join(folder.root, 'data', 'photoward.key')} apart`);
  const newest = /The key (\w+) was made/.exec(added.out)![1]!;
  expect((await runKeys(folder, 'remove', newest)).err).toContain(
    'still needed, so nothing was changed. (it is the newest',
  );
  expect(await runKeys(folder, 'remove', old)).toMatchObject({
    code: 2,
    err: expect.stringContaining('files 4, values 1840') as string,
  });
  const done = await runKeys(folder, 'reseal');
  expect(done).toMatchObject({ code: 0, err: '' });
  expect(done.out).toContain('Sealed anew: 4 files, 1840 values in the database.');
  expect(done.out).toContain('nothing is left under an older key');
  expect(filesHolding(folder, Buffer.from(old, 'hex'))).toEqual([]);
  expect(await runKeys(folder, 'remove', old)).toMatchObject({ code: 0, err: '' });
  const ring = ringOf(folder);
  expect(ring.ids).toEqual([expect.not.stringMatching(old)]);
  await expectWhole(folder, ring);
  const store = await openStore(path.join(folder.root, 'data', 'photoward.db'));
  await requireKeys(store.database, ring);
  const says = await readSealed(store, ring);
  expect([says.length, says[0], says.at(-1)]).toEqual([1840, 'what totp-0000 says', 'what webhook-0229 says']);
  const actions = await store.database.selectFrom('auditEvents').select('action').orderBy('seq').execute();
  expect(actions.slice(-3).map(({ action }) => action)).toEqual(['keys/added', 'keys/resealed', 'keys/removed']);
  expect(await verifyAudit(store.database)).toMatchObject({ whole: true });
  await store.close();
  expect((await runKeys(folder, 'reseal')).out).toContain('Sealed anew: 0 files, 0 values');
});

it('does not start without a key that only values in the database need', async () => {
  const folder = await makeDataFolder();
  await fillSealed(folder.store, folder.keys, 1);
  const other = keyRingOf([randomBytes(32).toString('hex')]);
  await expect(requireKeys(folder.store.database, other)).rejects.toMatchObject({ code: 'file-sealed' });
  // One that was cut short opens with no key: it does not keep the service from starting.
  for (const { table, column } of Object.values(sealedColumns)) {
    if (table === 'disclosures') await sql`delete from disclosures`.execute(folder.store.database);
    else await sql`update ${sql.table(table)} set ${sql.ref(column)} = x'01'`.execute(folder.store.database);
  }
  await requireKeys(folder.store.database, other);
  await folder.store.close();
});

it('leaves what is damaged or missing as it was, names it and keeps its key', async () => {
  const folder = await makeDataFolder(5_000, 6_000, 7_000, 8_000);
  const [altered, cut, gone] = folder.files.map(({ stored }) => stored.id) as [string, string, string];
  await fillSealed(folder.store, folder.keys, 2);
  await sql`update webhooks set sealed_secret = substr(sealed_secret, 1, 40) where id = 'webhook-0000'`.execute(
    folder.store.database,
  );
  await sql`delete from webhooks where id = 'webhook-0001'`.execute(folder.store.database);
  await folder.store.close();
  await runKeys(folder, 'add');
  const whole = [altered, cut, gone].map((id) => readFileSync(folder.placeOf(id)));
  const flipped = Buffer.from(whole[0]!);
  flipped[3_000]! ^= 1;
  writeFileSync(folder.placeOf(altered), flipped);
  writeFileSync(folder.placeOf(cut), whole[1]!.subarray(0, 20));
  rmSync(folder.placeOf(gone));
  const done = await runKeys(folder, 'reseal');
  expect(done.code).toBe(1);
  expect(done.out).toContain('Sealed anew: 1 file, 14 values');
  for (const line of [`clean ${altered} is damaged`, `clean ${cut} is damaged`, `clean ${gone} is missing`]) {
    expect(done.err).toContain(line);
  }
  expect(done.err).toContain('webhook webhook-0000 is damaged');
  expect(readFileSync(folder.placeOf(altered)).equals(flipped)).toBe(true);
  expect(await runKeys(folder, 'remove', folder.keys.current.id)).toMatchObject({ code: 2 });
  for (const [index, id] of [altered, cut, gone].entries()) writeFileSync(folder.placeOf(id), whole[index]!);
  const store = openStoreAsItIs(path.join(folder.root, 'data', 'photoward.db'));
  await store.database.deleteFrom('webhooks').execute();
  await store.close();
  expect(await runKeys(folder, 'reseal')).toMatchObject({ code: 0, err: '' });
  expect(await runKeys(folder, 'remove', folder.keys.current.id)).toMatchObject({ code: 0 });
  await expectWhole(folder, ringOf(folder));
});

it('touches nothing while a key in use is not in the ring, and says which', async () => {
  const folder = await makeDataFolder(100);
  await folder.store.close();
  const place = folder.placeOf(folder.files[0]!.stored.id);
  const [before, own] = [readFileSync(place), readFileSync(keyFileOf(folder), 'utf8')];
  writeFileSync(keyFileOf(folder), randomBytes(32).toString('base64'));
  for (const action of ['reseal', 'list']) {
    const { code, out, err } = await runKeys(folder, action);
    expect([code, out + err]).toEqual([action === 'list' ? 1 : 2, expect.stringContaining(folder.keys.current.id)]);
  }
  expect(await runCommandHere(['backup', '--to', path.join(folder.root, 'b')], folder.env)).toMatchObject({
    code: 2,
    err: expect.stringContaining(folder.keys.current.id) as string,
  });
  expect(readFileSync(place).equals(before)).toBe(true);
  writeFileSync(keyFileOf(folder), own);
  await expectWhole(folder, ringOf(folder));
});

it('waits for the service to end, whose keys are those of its start', async () => {
  const folder = await makeDataFolder(100);
  const release = holdServingLock(path.join(folder.root, 'data', 'serving.lock'));
  for (const args of [['add'], ['reseal'], ['remove', folder.keys.current.id]]) {
    expect(await runKeys(folder, ...args)).toMatchObject({
      code: 2,
      err: expect.stringContaining('running') as string,
    });
  }
  expect(await runKeys(folder)).toMatchObject({ code: 0, out: expect.stringContaining('1 file, 0 values') as string });
  release();
  expect(ringOf(folder).ids).toEqual([folder.keys.current.id]);
  await folder.store.close();
});

it('does not bring back what was erased meanwhile', async () => {
  const folder = await makeDataFolder(100, 200);
  const [erased] = folder.files.map(({ stored }) => stored.id) as [string];
  await withTransaction(folder.store.database, (trx) => eraseFileRow(trx, systemClock, erased));
  await folder.store.close();
  await runKeys(folder, 'add');
  expect(await runKeys(folder, 'reseal')).toMatchObject({ code: 0, out: expect.stringContaining('1 file,') as string });
  expect(filesHolding(folder, Buffer.from('PWF1'))).toEqual([folder.placeOf(folder.files[1]!.stored.id)]);
});

it.runIf(process.getuid?.() === 0)('runs only as the account that owns the data', async () => {
  const folder = await makeDataFolder(10);
  await folder.store.close();
  chownSync(path.join(folder.root, 'data', 'photoward.db'), 12_345, 12_345);
  expect(await runKeys(folder, 'reseal')).toMatchObject({
    code: 2,
    err: expect.stringContaining('as that one') as string,
  });
});

it.each([[['drop']], [['remove']], [['reseal', 'all']], [['add', '--json']]])('%j is not understood', async (args) => {
  const folder = await makeDataFolder();
  await folder.store.close();
  expect(await runKeys(folder, ...args)).toMatchObject({
    code: 2,
    err: expect.stringContaining('keys reseal') as string,
  });
});

it('says what to do by hand where PHOTOWARD_KEY holds the keys, and seals anew there, too', async () => {
  const folder = await makeDataFolder(70_000);
  await folder.store.close();
  const [old, fresh] = [keyTextsOf(folder)[0]!, randomBytes(32).toString('base64')];
  const both = { ...folder.env, PHOTOWARD_KEY: `${fresh} ${old}` };
  const add = await runCommandHere(['keys', 'add'], both);
  expect([add.code, add.err]).toEqual([2, expect.stringContaining('openssl rand')]);
  expect(await runCommandHere(['keys', 'reseal'], both)).toMatchObject({ code: 0, err: '' });
  await expectWhole(folder, keyRingOf([fresh]));
});

it('a backup made between the new key and the reseal needs both keys, and its restore names the one that lacks', async () => {
  const folder = await makeDataFolder(500);
  await folder.store.close();
  await runKeys(folder, 'add');
  const [fresh, old] = keyTextsOf(folder) as [string, string];
  const [file, to] = [path.join(folder.root, 'both.backup'), path.join(folder.root, 'restored')];
  expect(await runCommandHere(['backup', '--to', file], folder.env)).toMatchObject({ code: 0 });
  const restore = (keyText: string) =>
    runCommandHere(['restore', '--from', file, '--to', to], { ...folder.env, PHOTOWARD_KEY: keyText });
  expect(await restore(fresh)).toMatchObject({
    code: 2,
    err: expect.stringContaining(
      `another key. Put back the key it was made with. (key ${folder.keys.current.id})`,
    ) as string,
  });
  expect(await restore(`${fresh} ${old}`)).toMatchObject({ code: 0 });
});
