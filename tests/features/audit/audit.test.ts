import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { auditTopics } from '../../../src/contract/audit-topics.ts';
import { auditActions } from '../../../src/store/audit-actions.ts';
import { hashAuditEvent } from '../../../src/store/hash-audit-event.ts';
import { startService } from '../../support/service/start-service.ts';

interface Page {
  readonly items: {
    readonly seq: number;
    readonly action: string;
    readonly sentence: string;
    readonly actor: object;
  }[];
  readonly next: string | null;
}

it('is read page by page, the newest first, with names and sentences', async () => {
  const service = await startService();
  const admin = await service.signInAs('admin');
  for (const role of ['staff', 'office', 'dsl'] as const) await service.signInAs(role);
  const first = (await admin.get('/api/audit?limit=3')).json as Page;
  expect(first.items.map((event) => event.seq)).toEqual([4, 3, 2]);
  const second = (await admin.get(`/api/audit?limit=3&after=${first.next!}`)).json as Page;
  expect([second.items.map((event) => event.seq), second.next]).toEqual([[1], null]);
  expect(first.items[0]).toMatchObject({
    actor: { id: service.accountIds.dsl, displayName: 'Person with role dsl' },
    action: 'account/signed-in',
    sentence: 'signed in',
  });
  const filtered = (await admin.get(`/api/audit?actor=${service.accountIds.office}`)).json as Page;
  expect(filtered.items).toHaveLength(1);
});

it('is narrowed to what entries are about and to days of the school', async () => {
  const service = await startService();
  await (await service.signInAs('admin')).post('/api/audit/verify', {});
  service.clock.advance(24 * 3_600_000);
  const admin = await service.signInAs('admin');
  await admin.post('/api/audit/verify', {});
  const seqs = async (query: string) =>
    ((await admin.get(`/api/audit?${query}`)).json as Page).items.map(({ seq }) => seq);
  expect(await seqs('topic=people')).toEqual([3, 1]);
  expect(await seqs('topic=keeping')).toEqual([4, 2]);
  expect(await seqs('topic=releases')).toEqual([]);
  expect(await seqs('to=2026-03-02')).toEqual([2, 1]);
  expect(await seqs('topic=keeping&from=2026-03-03&to=2026-03-03')).toEqual([4]);
  expect((await admin.get('/api/audit?topic=nonsense')).status).toBe(400);
});

it('has one topic for everything that it can say', () => {
  const kinds = Object.values(auditTopics).flat() as string[];
  expect(new Set(kinds).size).toBe(kinds.length);
  const said = new Set(Object.keys(auditActions).map((action) => action.split('/')[0]!));
  expect([...said].sort()).toEqual([...kinds].sort());
});

it('verifies, records that it was verified, and shows where it is broken', async () => {
  const service = await startService();
  const admin = await service.signInAs('admin');
  const whole = (await admin.post('/api/audit/verify', {})).json as { head: { seq: number; hash: string } };
  expect(whole).toMatchObject({ whole: true, broken: null, head: { seq: 1 } });
  expect((await admin.post('/api/audit/verify', { noted: whole.head })).json).toMatchObject({ whole: true });
  const wrong = { ...whole.head, hash: '0'.repeat(64) };
  expect((await admin.post('/api/audit/verify', { noted: wrong })).json).toMatchObject({ whole: false });
  await sql`drop trigger audit_events_never_change`.execute(service.database);
  await sql`update audit_events set actor = 'nobody' where seq = 1`.execute(service.database);
  expect((await admin.post('/api/audit/verify', {})).json).toMatchObject({ broken: { seq: 1, why: 'changed' } });
});

it('is exported so that anybody can check it without Photoward', async () => {
  const service = await startService();
  const dsl = await service.signInAs('dsl');
  const reply = await dsl.get('/api/audit/export');
  expect(reply.headers.get('content-disposition')).toContain('photoward-audit-2026-03-02.ndjson');
  const events = reply.text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Parameters<typeof hashAuditEvent>[0] & { hash: string });
  expect(events.map((event) => event.action)).toEqual(['account/signed-in', 'audit/exported']);
  for (const [index, event] of events.entries()) {
    expect(event.hash).toBe(hashAuditEvent(event));
    expect(event.previousHash).toBe(events[index - 1]?.hash ?? '0'.repeat(64));
  }
});
