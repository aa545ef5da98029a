import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { tablesAboutPupils } from '../../src/store/find-tied-pupils.ts';
import { freshStore } from '../support/service/fresh-store.ts';

it('knows every table with rows about one pupil', async () => {
  const { database } = await freshStore();
  const { rows } = await sql<{ name: string; column: string }>`
    select m.name as name, k."from" as "column" from sqlite_master m join pragma_foreign_key_list(m.name) k
    where m.type = 'table' and k."table" = 'pupils' order by 1, 2`.execute(database.withoutPlugins());
  const camel = (name: string) => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const found = rows.filter(({ column }) => column === 'pupil_id').map(({ name }) => camel(name));
  expect(found.filter((name) => name !== 'pupilSiblings')).toEqual([...tablesAboutPupils]);
  expect(rows.filter(({ column }) => column !== 'pupil_id')).toEqual([
    { name: 'pupil_siblings', column: 'sibling_id' },
  ]);
});
