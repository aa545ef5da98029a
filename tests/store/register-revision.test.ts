import path from 'node:path';
import { sql, type KyselyPlugin, type RootOperationNode } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findRegisterRows } from '../../src/store/find-register-rows.ts';
import { openStore } from '../../src/store/open-store.ts';
import { readRegisterRevision } from '../../src/store/read-register-revision.ts';
import { withTransaction } from '../../src/store/with-transaction.ts';
import { freshStore } from '../support/service/fresh-store.ts';
import { freshFolder } from '../support/service/fresh-vault.ts';

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

  it('changes however a row is written, also by what a deletion takes with it and by another process', async () => {
    const file = path.join(freshFolder(), 'school.db');
    const [own, other] = [await openStore(file), await openStore(file)];
    onTestFinished(() => Promise.all([own.close(), other.close()]).then(() => undefined));
    const at = `'2026-01-01T00:00:00.000Z'`;
    const pupil = (id: string, number = id) =>
      `values ('${id}', '${number}', 'Ada', 'Lee', null, '[]', null, null, null, null, ${at}, ${at}, 1)`;
    const consent = (id: string, guardian: string) =>
      `insert into consents (id, pupil_id, answer, basis, valid_from, valid_until, guardian_id, given_by, method, recorded_at)
       values ('${id}', 'a', 'refused', 'consent', '2026-01-01', '9999-12-31', ${guardian}, 'Mother', 'letter', ${at})`;
    const writes = [
      `insert into pupils ${pupil('a')}`,
      `insert into pupils ${pupil('b')}`,
      `insert or replace into pupils ${pupil('b', 'c')}`,
      `insert into pupils ${pupil('b')} on conflict (id) do update set left_on = '2026-01-01'`,
      `update or replace pupils set school_number = 'd' where id = 'b'`,
      `insert or ignore into pupils ${pupil('c')}`,
      `insert into pupil_siblings values ('a', 'b', ${at})`,
      `insert into guardians (id, name, created_at, updated_at) values ('g', 'Jo', ${at}, ${at})`,
      `insert into pupil_guardians values ('a', 'g', 'mother', 1)`,
      consent('1', `'g'`),
      // Takes away a parent and whom an answer is from.
      `delete from guardians where id = 'g'`,
      `update consents set retracted_at = ${at} where id = '1'`,
      // Takes away a sibling.
      `delete from pupils where id = 'b'`,
      consent('2', 'null'),
      `delete from consents`,
      `delete from pupils`,
    ];
    const isOfNobody = (write: string): boolean => write.startsWith('insert into guardians');
    for (const [place, write] of writes.entries()) {
      const before = await readRegisterRevision(own.database);
      const rows = JSON.stringify(await findRegisterRows(own.database));
      await sql.raw(write).execute((place % 2 === 0 ? other : own).database);
      expect(JSON.stringify(await findRegisterRows(own.database)) === rows, write).toBe(isOfNobody(write));
      expect((await readRegisterRevision(own.database)) === before, write).toBe(isOfNobody(write));
    }
  });
});
