import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { latestSchema, migrate, schemaOf } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations/index.ts';
import { openStore, openStoreAsItIs } from '../../src/store/open-store.ts';
import { freshStore } from '../support/service/fresh-store.ts';

const tablesFolder = path.join(import.meta.dirname, '..', '..', 'src', 'store', 'tables');

describe('migrate', () => {
  it('numbers the steps 1, 2, 3… without a gap', () => {
    expect(migrations.map((step) => step.number)).toEqual(migrations.map((_, index) => index + 1));
  });

  it.each(migrations.map((step) => step.number - 1))('goes up from schema %i to the same tables', async (from) => {
    const store = openStoreAsItIs(':memory:');
    onTestFinished(() => store.close());
    await migrate(store.database, migrations, from);
    expect(await schemaOf(store.database)).toBe(from);
    await migrate(store.database);
    expect(await schemaOf(store.database)).toBe(latestSchema);
    const fresh = await freshStore();
    const shape = sql<{ name: string; sql: string }>`select name, sql from sqlite_master order by name`;
    expect((await shape.execute(store.database)).rows).toEqual((await shape.execute(fresh.database)).rows);
    expect(store.findDamage()).toEqual([]);
  });

  it('leaves nothing behind when a step fails half-way', async () => {
    const store = openStoreAsItIs(':memory:');
    onTestFinished(() => store.close());
    const broken = {
      number: 1,
      name: 'broken',
      up: async (trx: Parameters<(typeof migrations)[number]['up']>[0]) => {
        await sql`create table half (id text)`.execute(trx);
        throw new Error('power cut');
      },
    };
    await expect(migrate(store.database, [broken])).rejects.toThrow('power cut');
    const tables = await sql<{ name: string }>`select name from sqlite_master where name = 'half'`.execute(
      store.database,
    );
    expect(tables.rows).toEqual([]);
    expect(await schemaOf(store.database)).toBe(0);
  });

  it('refuses a database from a newer version', async () => {
    const store = openStoreAsItIs(':memory:');
    await migrate(store.database);
    await sql`insert into schema_steps (number, name, applied_at) values (9999, 'later', '2030-01-01')`.execute(
      store.database,
    );
    const bytes = store.serialize();
    await store.close();
    await expect(openStore(bytes)).rejects.toMatchObject({ code: 'schema-newer' });
  });

  it('refuses a file that is no database', async () => {
    await expect(
      openStore(Buffer.from('this is a letter to parents, not a database'.repeat(50))),
    ).rejects.toMatchObject({
      code: 'database-damaged',
    });
  });

  it('has table types that agree with the database, column by column', async () => {
    const store = await freshStore();
    const typed = typedColumns();
    const actual = new Map<string, string[]>();
    const tables = await sql<{ name: string }>`
      select name from sqlite_master where type = 'table' and name <> 'schema_steps'`.execute(store.database);
    for (const { name } of tables.rows) {
      const columns = await sql<{ name: string; notnull: number; pk: number }>`
        select name, "notnull", pk from pragma_table_info(${name})`.execute(store.database);
      actual.set(
        camel(name),
        columns.rows.map((column) => camel(column.name) + (column.notnull || column.pk ? '' : '?')).sort(),
      );
    }
    expect(Object.fromEntries(typed)).toEqual(Object.fromEntries(actual));
  });
});

function camel(name: string): string {
  return name.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** Table -> its columns as the types say, a question mark behind those that may be null. */
function typedColumns(): Map<string, string[]> {
  const text = readdirSync(tablesFolder)
    .map((file) => readFileSync(path.join(tablesFolder, file), 'utf8'))
    .join('\n');
  const bodies = new Map([...text.matchAll(/interface (\w+) \{\n([^}]*)\}/g)].map((match) => [match[1]!, match[2]!]));
  const columns = new Map<string, string[]>();
  for (const [name, body] of bodies) {
    if (!name.endsWith('Tables')) continue;
    for (const table of body.matchAll(/(\w+): (\w+);/g)) {
      const fields = [...bodies.get(table[2]!)!.matchAll(/^ {2}(\w+):([^;]*);/gm)];
      columns.set(table[1]!, fields.map((field) => field[1]! + (field[2]!.includes('null') ? '?' : '')).sort());
    }
  }
  return columns;
}
