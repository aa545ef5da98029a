import { describe, expect, it } from 'vitest';
import { withTransaction } from '../../src/store/with-transaction.ts';
import { freshStore } from '../support/service/fresh-store.ts';

const school = { id: 1, name: 'Oakfield', createdAt: 'now', updatedAt: 'now' };

describe('withTransaction', () => {
  it('writes all or nothing', async () => {
    const { database } = await freshStore();
    await expect(
      withTransaction(database, async (trx) => {
        await trx.insertInto('school').values(school).execute();
        throw new Error('change of mind');
      }),
    ).rejects.toThrow('change of mind');
    expect(await database.selectFrom('school').selectAll().execute()).toEqual([]);
  });

  it('names the mistake when the outer handle is used inside, instead of waiting for ever', async () => {
    const { database } = await freshStore();
    await expect(withTransaction(database, () => database.selectFrom('school').selectAll().execute())).rejects.toThrow(
      'use only its trx',
    );
    await withTransaction(database, (trx) => trx.insertInto('school').values(school).execute());
    expect(await database.selectFrom('school').select('name').execute()).toEqual([{ name: 'Oakfield' }]);
  });

  it('lets many callers take turns', async () => {
    const { database } = await freshStore();
    await database.insertInto('school').values(school).execute();
    await Promise.all(
      Array.from({ length: 20 }, () =>
        withTransaction(database, async (trx) => {
          const { name } = await trx.selectFrom('school').select('name').executeTakeFirstOrThrow();
          await trx
            .updateTable('school')
            .set({ name: `${name}!` })
            .execute();
        }),
      ),
    );
    expect(await database.selectFrom('school').select('name').execute()).toEqual([
      { name: `Oakfield${'!'.repeat(20)}` },
    ]);
  });

  it('keeps references: a row cannot point at nothing', async () => {
    const { database } = await freshStore();
    const orphan = { accountId: 'nobody', role: 'admin' as const, grantedAt: 'now', grantedBy: null };
    await expect(database.insertInto('accountRoles').values(orphan).execute()).rejects.toThrow('FOREIGN KEY');
  });
});
