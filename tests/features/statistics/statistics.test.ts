import { expect, it } from 'vitest';
import { newId } from '../../../src/lib/new-id.ts';
import { measureDecisions } from '../../../src/features/statistics/measure-decisions.ts';
import { startService, type TestService } from '../../support/service/start-service.ts';
import { addFlagged } from '../moderation/seed.ts';

async function decide(
  { database, clock, accountIds }: TestService,
  photoId: string,
  values: { readonly decision: 'approve' | 'approve-with-covers' | 'reject'; readonly reasonCode: string },
): Promise<void> {
  const decidedBy = { decidedBy: accountIds.moderator, decidedAt: clock.now().toISOString() };
  await database
    .insertInto('decisions')
    .values({ id: newId(), photoId, ...values, ...decidedBy, verdictId: null, outputId: null, reasonNote: '' })
    .execute();
}

const read = async (service: TestService, role: 'admin' | 'dsl', query = '?days=14') =>
  (await (await service.signInAs(role)).get(`/api/statistics${query}`)).json as Record<string, unknown>;

it('says that nothing happened yet', async () => {
  const service = await startService();
  expect(await read(service, 'admin')).toEqual({
    from: '2026-02-17',
    until: '2026-03-02',
    photos: 0,
    weeks: ['2026-02-16', '2026-02-23', '2026-03-02'].map((from) => ({
      from,
      ...{ clear: 0, review: 0, block: 0, unchecked: 0 },
    })),
    decisionTime: null,
    findings: [],
    decisions: [],
    overrides: { asked: 0, agreed: 0, refused: 0 },
    falseAlarms: { flagged: 0, approvedUnchanged: 0, named: 0, notThisPupil: 0 },
    takedowns: { asked: 0, onTime: 0, late: 0, open: 0, overdue: 0 },
  });
});

it('counts verdicts, waits, reasons, overrides and false alarms', async () => {
  const service = await startService();
  const { database, clock, accountIds } = service;
  const [named, plain] = [await addFlagged(service, { isMatched: true }), await addFlagged(service)];
  clock.advance(10 * 60_000);
  await decide(service, named.photoId, { decision: 'approve', reasonCode: 'all-permitted' });
  clock.advance(50 * 60_000);
  await decide(service, plain.photoId, { decision: 'reject', reasonCode: 'quality' });
  const at = clock.now().toISOString();
  await database
    .insertInto('notThisPupil')
    .values({
      ...{ id: newId(), photoId: named.photoId, pupilId: named.pupilId, subject: 'face 1', boxJson: '{}' },
      ...{ reason: 'Another child', saidBy: accountIds.moderator, saidAt: at, withdrawnAt: null, withdrawnBy: null },
    })
    .execute();
  const found = await read(service, 'admin');
  expect(found).toMatchObject({
    photos: 2,
    decisionTime: { photos: 2, medianMinutes: 10, ninetiethMinutes: 60 },
    decisions: [
      { decision: 'approved', reasonCode: 'all-permitted', photos: 1 },
      { decision: 'rejected', reasonCode: 'quality', photos: 1 },
    ],
    falseAlarms: { flagged: 2, approvedUnchanged: 1, named: 1, notThisPupil: 1 },
  });
  expect((found['weeks'] as object[]).at(-1)).toMatchObject({ from: '2026-03-02', review: 1, block: 1 });
  expect(found['findings']).toContainEqual({ code: 'match/on-register', photos: 1 });
  expect(found['findings']).toContainEqual({ code: 'match/unknown', photos: 1 });
});

it('counts a quarantined photo for the safeguarding lead alone', async () => {
  const service = await startService();
  await addFlagged(service, { isQuarantined: true });
  expect(await read(service, 'admin')).toMatchObject({ photos: 0, findings: [] });
  const lead = await read(service, 'dsl');
  expect(lead).toMatchObject({ photos: 1 });
  expect(lead['findings']).toContainEqual({ code: 'photo/nudity', photos: 1 });
});

it('gives waits that happened: the nearest rank', async () => {
  const service = await startService();
  const at = service.clock.now().toISOString();
  const first = await addFlagged(service);
  const photos = [first];
  for (let more = 1; more < 10; more += 1) photos.push(await addFlagged(service, { beside: first }));
  for (const { photoId } of photos) {
    service.clock.advance(60_000);
    await decide(service, photoId, { decision: 'reject', reasonCode: 'other' });
  }
  const checked = photos.map(({ photoId }) => ({ photoId, uploadedAt: at, first: null }));
  const { time } = await measureDecisions(service.database, '2026-03-01', checked);
  expect(time).toEqual({ photos: 10, medianMinutes: 5, ninetiethMinutes: 9 });
});

it('refuses a period that is none', async () => {
  const service = await startService();
  expect((await (await service.signInAs('dsl')).get('/api/statistics?days=0')).status).toBe(400);
});
