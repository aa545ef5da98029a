import type { KyselyPlugin } from 'kysely';
import { describe, expect, it } from 'vitest';
import { newId } from '../../src/lib/new-id.ts';
import { factsReader } from '../../src/pipeline/facts-reader.ts';
import { readSchoolOnDay } from '../../src/pipeline/read-school-on-day.ts';
import { withTransaction } from '../../src/store/with-transaction.ts';
import { addBatch, addConsent, addPupil, confirmList } from '../features/release/release-world.ts';
import { openChannel } from '../features/setup/application.ts';
import { startService, type TestService } from '../support/service/start-service.ts';

const day = '2026-01-15';

async function world() {
  const service = await startService();
  await openChannel(service, await service.signInAs('admin'), 'website');
  await confirmList(service);
  const pupilId = await addPupil(service, { first: 'Wilhelmina', last: 'Quennell' });
  await addConsent(service, pupilId);
  const photo = { batchId: await addBatch(service), caption: '', altText: '' };
  const barred = async (on = day) =>
    (await factsReader(service.database, on)(photo)).facts.register.map(({ pupil }) => pupil.id);
  return { service, pupilId, photo, barred };
}

const retracted = ({ accountIds }: TestService) => ({
  retractedAt: `${day}T09:00:00.000Z`,
  retractedBy: accountIds.office,
});

describe('the school on a day', () => {
  it('is read once while nothing of it changes, and anew after each change', async () => {
    const { service, pupilId, barred } = await world();
    const { database } = service;
    const before = await readSchoolOnDay(database, day);
    expect(await readSchoolOnDay(database, day)).toBe(before);
    expect(await barred()).toEqual([]);
    await addConsent(service, pupilId, { answer: 'refused' });
    expect(await readSchoolOnDay(database, day)).not.toBe(before);
    expect(await barred()).toEqual([pupilId]);
    await database.deleteFrom('consents').where('answer', '=', 'refused').execute();
    expect(await barred()).toEqual([]);
    await database.updateTable('consents').set(retracted(service)).execute();
    expect(await barred()).toEqual([pupilId]);
  });

  it('is another on another day', async () => {
    const { pupilId, barred } = await world();
    expect(await barred()).toEqual([]);
    expect(await barred('2027-09-01')).toEqual([pupilId]);
    expect(await barred()).toEqual([]);
  });

  it('is read within a transaction as it is there, and forgotten when that is rolled back', async () => {
    const { service, pupilId, photo, barred } = await world();
    const { database } = service;
    expect(await barred()).toEqual([]);
    const undone = withTransaction(database, async (trx) => {
      await trx.updateTable('consents').set(retracted(service)).execute();
      const { facts } = await factsReader(trx, day)(photo);
      throw new Error(facts.register.map(({ pupil }) => pupil.id).join());
    });
    await expect(undone).rejects.toThrow(pupilId);
    expect(await barred()).toEqual([]);
  });

  it('is never a mixture of what was so before and after, when somebody writes while it is read', async () => {
    const { service, pupilId } = await world();
    const { database, accountIds } = service;
    const recorded = { recordedAt: `${day}T08:00:00.000Z`, recordedBy: accountIds.dsl };
    await database
      .insertInto('restrictions')
      .values({ ...{ id: newId(), pupilId, startsOn: day, endsOn: null }, sealedReason: Buffer.alloc(1), ...recorded })
      .execute();
    const written: Promise<unknown>[] = [];
    // After the answers are read and before the restrictions are: a parent says no, then the restriction is lifted.
    const meanwhile: KyselyPlugin = {
      transformQuery: ({ node }) => {
        if (written.length === 0 && JSON.stringify(node).includes('"restrictions"')) {
          written.push(addConsent(service, pupilId, { answer: 'refused' }));
          written.push(database.updateTable('restrictions').set({ liftedAt: '2026-01-01T08:00:00.000Z' }).execute());
        }
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    };
    const { register } = await readSchoolOnDay(database.withPlugin(meanwhile), day);
    await Promise.all(written);
    expect(written).toHaveLength(2);
    expect(register.map(({ pupil, reason }) => [pupil.id, reason])).toEqual([[pupilId, 'refused']]);
  });

  it('keeps what a roll means, but not its policy or its words', async () => {
    const { service, photo } = await world();
    const { database } = service;
    const first = await factsReader(database, day)(photo);
    await database
      .insertInto('schoolDevices')
      .values({ ...device, addedAt: `${day}T08:00:00.000Z` })
      .execute();
    const second = await factsReader(database, day)({ ...photo, caption: 'Sports day' });
    expect(second.facts.register).toBe(first.facts.register);
    expect(second.facts.policy.devices).toEqual([{ make: 'Canon', model: 'R50' }]);
    expect(second.facts.caption).toBe('Sports day');
    await database.deleteFrom('batchRoll').execute();
    await database
      .insertInto('batchRoll')
      .values({ ...other, batchId: photo.batchId })
      .execute();
    expect((await factsReader(database, day)(photo)).facts.roll).toEqual([]);
  });
});

const device = { id: 'd', make: 'Canon', model: 'R50', serial: null, label: 'Office', addedBy: null, retiredAt: null };
const other = { groupKind: 'class', groupName: '5A' } as const;
