import { sql, type KyselyPlugin, type RootOperationNode } from 'kysely';
import { describe, expect, it } from 'vitest';
import { findRegisterRows } from '../../src/store/find-register-rows.ts';
import { readRegisterRevision } from '../../src/store/read-register-revision.ts';
import { withTransaction } from '../../src/store/with-transaction.ts';
import { freshStore } from '../support/service/fresh-store.ts';

/** The tables that queries name. */
function noteTables(into: Set<string>): KyselyPlugin {
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { kind, table } = node as { kind?: string; table?: { identifier?: { name: string } } };
    if (kind === 'TableNode') into.add(table!.identifier!.name);
    for (const part of Object.values(node)) look(part);
  };
  return {
    transformQuery: ({ node }): RootOperationNode => {
      look(node);
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

describe('the revision of the register', () => {
  it('is drawn anew by every change of every table that the register is read from', async () => {
    const { database } = await freshStore();
    const read = new Set<string>();
    await findRegisterRows(database.withPlugin(noteTables(read)));
    await findRegisterRows(database.withPlugin(noteTables(read)), []);
    expect(read.size).toBeGreaterThan(5);
    const rows = await sql<{ name: string; sql: string }>`
      select tbl_name || ' ' || name as name, sql from sqlite_master where type = 'trigger' and name like '%_revised_by_%'`.execute(
      database,
    );
    const wanted = [...read].flatMap((table) =>
      ['insert', 'update', 'delete'].map((change) => `${snake(table)} ${snake(table)}_revised_by_${change}`),
    );
    expect(rows.rows.map(({ name }) => name).sort()).toEqual(wanted.sort());
    for (const { name, sql: text } of rows.rows) {
      const [table, change] = [name.split(' ')[0]!, name.split('_').at(-1)!];
      expect(text).toContain(`after ${change} on ${table} begin`);
    }
  });

  it('changes with a row that comes, changes and goes, and comes back when that is rolled back', async () => {
    const { database } = await freshStore();
    const seen = [await readRegisterRevision(database)];
    const look = async (): Promise<void> => {
      seen.push(await readRegisterRevision(database));
    };
    const at = '2026-01-01T00:00:00.000Z';
    const names = { firstName: 'Ada', lastName: 'Lee', preferredName: null, otherNamesJson: '[]' };
    const rest = { className: null, yearGroup: null, dateOfBirth: null, leftOn: null, createdAt: at, updatedAt: at };
    await database
      .insertInto('pupils')
      .values({ id: 'p', schoolNumber: '1', ...names, ...rest })
      .execute();
    await look();
    await database.updateTable('pupils').set({ lastName: 'Lea' }).where('id', '=', 'p').execute();
    await look();
    const inside = await withTransaction(database, async (trx) => {
      await trx.updateTable('pupils').set({ lastName: 'Leo' }).where('id', '=', 'p').execute();
      throw new Error(await readRegisterRevision(trx));
    }).catch((error: unknown) => (error as Error).message);
    expect(seen).not.toContain(inside);
    expect(await readRegisterRevision(database)).toBe(seen.at(-1));
    await database.deleteFrom('pupils').where('id', '=', 'p').execute();
    await look();
    expect(new Set(seen).size).toBe(seen.length);
  });
});
