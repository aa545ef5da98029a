import { expect, it } from 'vitest';
import { retentionLimits } from '../../../src/policy/retention-limits.ts';
import { defaultHandlingPolicy } from '../../../src/policy/default-handling-policy.ts';
import { enqueueDailyReplay } from '../../../src/jobs/enqueue-daily-replay.ts';
import { enqueueDailyRetention } from '../../../src/jobs/enqueue-daily-retention.ts';
import { enqueueRegisterChanged } from '../../../src/jobs/enqueue-register-changed.ts';
import { withTransaction } from '../../../src/store/with-transaction.ts';
import { freshStore } from '../../support/service/fresh-store.ts';
import { setClock } from '../../support/service/set-clock.ts';
import { startService } from '../../support/service/start-service.ts';
import { openChannel } from '../setup/application.ts';
import { addConsent, addPupil, confirmList, releasedWorld, settle } from '../release/release-world.ts';

/** Half past midnight on 2 July at a British school, and half an hour before its midnight. */
const [afterMidnight, beforeMidnight] = ['2026-07-01T23:30:00.000Z', '2026-07-01T22:30:00.000Z'];

interface Register {
  readonly day: string;
  readonly pupils: number;
  readonly items: readonly { readonly lastName: string; readonly reason: string }[];
}

it('ends permissions and last days, and begins restrictions, at midnight of the school', async () => {
  const service = await startService();
  const { database, clock } = service;
  await openChannel(service, await service.signInAs('admin'), 'website');
  clock.set('2026-06-30T12:00:00.000Z');
  const expiring = await addPupil(service, { first: 'Ada', last: 'Expiring' });
  await addConsent(service, expiring, { until: '2026-07-01' });
  const restricted = await addPupil(service, { first: 'Bea', last: 'Restricted' });
  await addConsent(service, restricted);
  const leaving = await addPupil(service, { first: 'Cyd', last: 'Leaving' });
  await addConsent(service, leaving);
  await database.updateTable('pupils').set({ leftOn: '2026-07-01' }).where('id', '=', leaving).execute();
  const dsl = await service.signInAs('dsl');
  const body = { reason: 'A court order', startsOn: '2026-07-02', endsOn: null };
  expect((await dsl.post(`/api/pupils/${restricted}/restrictions`, body)).status).toBe(201);
  const read = async (at: string): Promise<Register> => {
    clock.set(at);
    return (await (await service.signInAs('dsl')).get('/api/register')).json as Register;
  };
  const before = await read(beforeMidnight);
  expect([before.day, before.pupils, before.items]).toEqual(['2026-07-01', 3, []]);
  const after = await read(afterMidnight);
  expect([after.day, after.pupils]).toEqual(['2026-07-02', 2]);
  expect(after.items.map(({ lastName, reason }) => [lastName, reason]).sort()).toEqual([
    ['Expiring', 'expired'],
    ['Restricted', 'restricted'],
  ]);
  // In winter the two midnights are one.
  expect((await read('2026-12-01T23:30:00.000Z')).day).toBe('2026-12-01');
});

it('asks for a takedown right after the midnight that ended a pupil’s last day, due on a day of the school', async () => {
  const service = await startService();
  const { database, clock } = service;
  const { pupilId, releaseId } = await releasedWorld(service, await service.signInAs('admin'));
  await database.updateTable('releaseConsents').set({ how: 'named' }).where('pupilId', '=', pupilId).execute();
  await database.updateTable('pupils').set({ leftOn: '2026-07-01' }).where('id', '=', pupilId).execute();
  const due = () => database.selectFrom('takedowns').select(['releaseId', 'dueOn', 'cause']).execute();
  clock.set('2026-07-01T22:55:00.000Z');
  await settle(service);
  expect(await due()).toEqual([]);
  clock.set('2026-07-01T23:06:00.000Z');
  await settle(service);
  expect(await due()).toEqual([{ releaseId, dueOn: '2026-07-04', cause: 'left' }]);
});

it('takes the day of a post, and finds it in the ledger, by the calendar on the wall', async () => {
  const service = await startService();
  await openChannel(service, await service.signInAs('admin'), 'newsletter');
  service.clock.set(afterMidnight);
  await confirmList(service);
  const { releaseId } = await releasedWorld(service, await service.signInAs('admin'));
  const staff = await service.signInAs('staff');
  const post = (postedOn: string) =>
    staff.post(`/api/releases/${releaseId}/posts`, { url: `https://oakfield.example/${postedOn}`, postedOn });
  expect([(await post('2026-07-01')).status, (await post('2026-07-02')).status]).toEqual([400, 201]);
  expect((await post('2026-07-03')).status).toBe(400);
  const moderator = await service.signInAs('moderator');
  const found = async (query: string): Promise<number> =>
    ((await moderator.get(`/api/ledger?${query}`)).json as { items: unknown[] }).items.length;
  expect([await found('from=2026-07-02'), await found('to=2026-07-01'), await found('to=2026-07-02')]).toEqual([
    1, 0, 1,
  ]);
  expect(await found('from=0001-01-01&to=9999-12-31')).toBe(1);
});

it.each([
  ['2026-01-10T12:00:00.000Z', '2026-01-11T00:05:00.000Z', '2026-01-11T02:00:00.000Z'],
  ['2026-07-01T22:59:00.000Z', '2026-07-01T23:05:00.000Z', '2026-07-02T01:00:00.000Z'],
  [afterMidnight, '2026-07-02T23:05:00.000Z', '2026-07-03T01:00:00.000Z'],
  ['2026-03-28T12:00:00.000Z', '2026-03-29T00:05:00.000Z', '2026-03-29T02:00:00.000Z'],
  ['2026-03-29T12:00:00.000Z', '2026-03-29T23:05:00.000Z', '2026-03-30T01:00:00.000Z'],
  ['2026-10-24T12:00:00.000Z', '2026-10-24T23:05:00.000Z', '2026-10-25T01:00:00.000Z'],
  ['2026-10-25T12:00:00.000Z', '2026-10-26T00:05:00.000Z', '2026-10-26T02:00:00.000Z'],
])('at %s the nightly work waits for midnight at the school', async (now, replay, retention) => {
  const [{ database }, clock] = [await freshStore(), setClock(now)];
  await withTransaction(database, async (trx) => {
    await enqueueDailyReplay(trx, clock);
    await enqueueDailyRetention(trx, clock);
  });
  const jobs = await database.selectFrom('jobs').select('runAfter').orderBy('id').execute();
  expect(jobs.map(({ runAfter }) => runAfter)).toEqual([replay, retention]);
});

it('draws the consequences of a coming day from its first moment on, and of today at once', async () => {
  const [{ database }, clock] = [await freshStore(), setClock(afterMidnight)];
  for (const day of ['2026-07-02', '2026-07-03', '2026-12-01']) {
    await withTransaction(database, (trx) => enqueueRegisterChanged(trx, clock, null, day));
  }
  const jobs = await database.selectFrom('jobs').select('runAfter').orderBy('id').execute();
  const expected = [afterMidnight, '2026-07-02T23:00:00.000Z', '2026-12-01T00:00:00.000Z'];
  expect(jobs.map(({ runAfter }) => runAfter)).toEqual(expected);
});

it('counts leavers by the calendar, also over a change of the clocks', () => {
  const handling = { ...defaultHandlingPolicy, leaverDays: 30 };
  const at = (now: string) => retentionLimits(handling, setClock(now));
  expect([at(beforeMidnight).atSchoolSince, at(afterMidnight).atSchoolSince]).toEqual(['2026-07-01', '2026-07-02']);
  expect(at('2026-04-10T23:30:00.000Z').leftBefore).toBe('2026-03-12');
});
