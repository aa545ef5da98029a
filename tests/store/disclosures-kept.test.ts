import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { keyRingOf } from '../../src/files/key-ring.ts';
import { createSealer } from '../../src/files/sealer.ts';
import { freshStore } from '../support/service/fresh-store.ts';

it('a disclosure is never rewritten, but a new key may seal its words anew', async () => {
  const { database } = await freshStore();
  const [one, two] = ['1', '2'].map((digit) => createSealer(keyRingOf([digit.repeat(64)])));
  const context = 'disclosure/D';
  await sql`pragma foreign_keys = off`.execute(database);
  const row = { id: 'D', pupilId: null, restrictionId: 'R', photoId: null, toKind: 'police' as const };
  const rest = { disclosedOn: '2026-03-02', recordedAt: '2026-03-02T09:00:00.000Z', recordedBy: 'A' };
  await database
    .insertInto('disclosures')
    .values({ ...row, ...rest, sealedNote: one!.sealText(context, 'told them') })
    .execute();
  const set = (change: object) => database.updateTable('disclosures').set(change).execute();
  await expect(set({ toKind: 'other' })).rejects.toThrow('never rewritten');
  await expect(set({ sealedNote: one!.sealText(context, 'told who?') })).rejects.toThrow('never rewritten');
  await expect(set({ sealedNote: two!.sealText(context, 'told nobody') })).rejects.toThrow('never rewritten');
  await set({ sealedNote: two!.sealText(context, 'told them') });
  const { sealedNote } = await database.selectFrom('disclosures').select('sealedNote').executeTakeFirstOrThrow();
  expect(two!.openText(context, sealedNote)).toBe('told them');
});
