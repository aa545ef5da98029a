import { isoNow, isoToday, systemClock } from '../../src/lib/clock.ts';
import { newId } from '../../src/lib/new-id.ts';
import type { Database } from '../../src/store/database.ts';
import { inside, type Site } from '../service/site.ts';

const [pupilsAClass, classesAYear, refusingOneIn, rowsPerStatement] = [30, 5, 10, 200];

/** Write pupils with a year's answer each into the register; one in ten may not appear. */
export async function fillRegister(site: Site, count: number): Promise<void> {
  await inside(site.folder, ({ store: { database } }) => writePupils(database, count));
}

/** The same in an open database in which somebody has an account. */
export async function writePupils(database: Database, count: number): Promise<void> {
  const { id: by } = await database.selectFrom('accounts').select('id').executeTakeFirstOrThrow();
  const [at, today] = [isoNow(systemClock), isoToday(systemClock)];
  const pupils = Array.from({ length: count }, (_, number) => {
    const group = Math.floor(number / pupilsAClass);
    const year = Math.floor(group / classesAYear) + 1;
    return {
      ...{ id: newId(), schoolNumber: `S${number}`, firstName: `Given${number}`, lastName: `Family${number}` },
      ...{ preferredName: null, otherNamesJson: '[]', dateOfBirth: null, leftOn: null },
      ...{
        className: `${year}${'ABCDE'[group % classesAYear]}`,
        yearGroup: String(year),
        createdAt: at,
        updatedAt: at,
      },
    };
  });
  const consents = pupils.map(({ id: pupilId }, number) => ({
    ...{
      id: newId(),
      pupilId,
      channelId: null,
      basis: 'consent' as const,
      validFrom: today,
      validUntil: '9999-12-31',
    },
    ...{ answer: number % refusingOneIn === 0 ? ('refused' as const) : ('permitted' as const), guardianId: null },
    ...{ givenBy: 'Mother', method: 'paper-form', evidenceReference: null, evidenceFileId: null },
    ...{ recordedAt: at, recordedBy: by, importId: null },
  }));
  for (let from = 0; from < count; from += rowsPerStatement) {
    const to = from + rowsPerStatement;
    await database.insertInto('pupils').values(pupils.slice(from, to)).execute();
    await database.insertInto('consents').values(consents.slice(from, to)).execute();
  }
}
