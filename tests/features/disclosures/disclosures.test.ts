import { expect, it } from 'vitest';
import { newId } from '../../../src/lib/new-id.ts';
import { startService } from '../../support/service/start-service.ts';
import { addFlagged } from '../moderation/seed.ts';
import { addPupil, restriction } from '../register/world.ts';

interface Page {
  readonly items: readonly { readonly id: string; readonly told: string }[];
  readonly next: string | null;
}

const said = { recipient: 'PC Rowe, ref. 88', told: 'That the father rang.', disclosedOn: '2026-03-01' };

async function restricted() {
  const service = await startService();
  const [office, dsl] = [await service.signInAs('office'), await service.signInAs('dsl')];
  const pupilId = await addPupil(office, 'D-1', 'Zenobia', 'Quennell');
  const reply = await dsl.post(`/api/pupils/${pupilId}/restrictions`, restriction);
  const about = { kind: 'restriction', restrictionId: (reply.json as { id: string }).id };
  return { service, office, dsl, pupilId, body: { about, toKind: 'police', ...said } };
}

it('are kept sealed, listed for the safeguarding lead, and can never be changed', async () => {
  const { service, dsl, pupilId, body } = await restricted();
  const { database } = service;
  for (const told of ['First call.', 'Second call.']) {
    expect((await dsl.post('/api/disclosures', { ...body, told })).status).toBe(201);
  }
  const first = (await dsl.get(`/api/disclosures?pupilId=${pupilId}&limit=1`)).json as Page;
  expect(first.items).toMatchObject([{ told: 'Second call.', recipient: said.recipient, pupilId, photoId: null }]);
  const rest = (await dsl.get(`/api/disclosures?limit=1&after=${first.next!}`)).json as Page;
  expect([rest.items[0]!.told, rest.next]).toEqual(['First call.', null]);
  const { items } = (await dsl.get(`/api/disclosures?pupilId=${newId()}`)).json as Page;
  expect(items).toEqual([]);
  const rewrite = database.updateTable('disclosures').set({ disclosedOn: '2020-01-01' }).execute();
  await expect(rewrite).rejects.toThrow('never rewritten');
  const rows = await database.selectFrom('disclosures').selectAll().execute();
  for (const { sealedNote } of rows) expect(Buffer.from(sealedNote).includes('call')).toBe(false);
  const events = await database.selectFrom('auditEvents').select('detailJson').execute();
  expect(JSON.stringify(events)).not.toContain('call');
  expect(service.logLines.join('')).not.toContain('Rowe');
});

it('may be about a quarantined photo, and about no other photo', async () => {
  const service = await startService();
  const dsl = await service.signInAs('dsl');
  const held = await addFlagged(service, { isQuarantined: true });
  const other = await addFlagged(service);
  const tell = (photoId: string, pupilId: string | null = null) =>
    dsl.post('/api/disclosures', {
      about: { kind: 'quarantine', photoId, pupilId },
      toKind: 'local-authority',
      ...said,
    });
  expect((await tell(held.photoId)).status).toBe(201);
  expect((await tell(held.photoId, newId())).status).toBe(404);
  expect((await tell(other.photoId)).status).toBe(404);
  const { items } = (await dsl.get(`/api/disclosures?photoId=${held.photoId}`)).json as Page;
  expect(items).toHaveLength(1);
});

it('are part of subject access and go with the pupil', async () => {
  const { service, dsl, pupilId, body } = await restricted();
  await dsl.post('/api/disclosures', body);
  const copy = await dsl.post(`/api/pupils/${pupilId}/subject-access`);
  expect(copy.status).toBe(200);
  expect((await dsl.post(`/api/pupils/${pupilId}/erasure`, { schoolNumber: 'D-1' })).status).toBe(202);
  expect(await service.database.selectFrom('disclosures').selectAll().execute()).toEqual([]);
});

it('refuse a day to come and a restriction that is not there', async () => {
  const { dsl, body } = await restricted();
  const late = await dsl.post('/api/disclosures', { ...body, disclosedOn: '2026-03-03' });
  expect([late.status, late.text]).toEqual([400, expect.stringContaining('disclosedOn')]);
  const about = { kind: 'restriction', restrictionId: newId() };
  expect((await dsl.post('/api/disclosures', { ...body, about })).status).toBe(404);
});
