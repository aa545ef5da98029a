import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { loadSqlite, sqlitePackageFor } from '../../src/store/load-sqlite.ts';

it.each([
  ['20.20.2', 'better-sqlite3'],
  ['22.12.0', 'better-sqlite3-13'],
  ['24.21.0', 'better-sqlite3-13'],
  ['26.10.0', 'better-sqlite3-13'],
] as const)('takes for Node %s the version that runs on it', (node, name) => {
  expect(sqlitePackageFor(node)).toBe(name);
});

it('is there for this Node, and its statements can be collected', () => {
  const database = new (loadSqlite())(':memory:');
  database.exec('create table numbers (value integer) strict');
  for (let value = 0; value < 5_000; value++) database.prepare('insert into numbers values (?)').run(value);
  expect(database.prepare('select count(*) as count from numbers').get()).toEqual({ count: 5_000 });
  database.close();
});

it('comes compiled, which npm knows from the lock file alone: npm drops the line when it writes that anew', () => {
  const lock = readFileSync(path.join(import.meta.dirname, '../../package-lock.json'), 'utf8');
  const { packages } = JSON.parse(lock) as { packages: Record<string, { gypfile?: boolean }> };
  expect(packages['node_modules/better-sqlite3-13']).toMatchObject({ gypfile: false });
});
