import { expect, it } from 'vitest';
import { startService } from '../../support/service/start-service.ts';
import { openChannel } from '../setup/application.ts';
import { addParent, permitted, pupilDetails } from './world.ts';

it('warns the office before and after an 18th birthday, and lets only the pupil consent from then on', async () => {
  const service = await startService();
  await openChannel(service, await service.signInAs('admin'));
  const office = await service.signInAs('office');
  const details = { ...pupilDetails('1', 'Owen', 'Pryce'), dateOfBirth: '2008-03-20' };
  const { id } = (await office.post('/api/pupils', details)).json as { id: string };
  const parent = await addParent(office, id, 'Jo Pryce');
  const record = async (more: object) =>
    await office.post(`/api/pupils/${id}/consents`, { ...permitted(null, parent), ...more });
  expect((await record({})).status).toBe(201);
  const state = async () => {
    const reader = await service.signInAs('office');
    const { items, adults } = (await reader.get('/api/register/expiring')).json as Record<'items' | 'adults', object[]>;
    const register = (await reader.get('/api/register')).json as { readonly items: readonly { reason: string }[] };
    return { items, adults, reasons: register.items.map(({ reason }) => reason) };
  };
  expect(await state()).toMatchObject({
    items: [{ pupilId: id, until: '2026-03-19' }],
    adults: [{ pupilId: id, lastName: 'Pryce', adultOn: '2026-03-20', isAdult: false }],
    reasons: [],
  });
  service.clock.set('2026-03-20T09:00:00.000Z');
  expect(await state()).toMatchObject({ items: [], adults: [{ pupilId: id, isAdult: true }], reasons: ['expired'] });
  const again = await service.signInAs('office');
  const late = { validFrom: '2026-03-20', documentId: null };
  const refused = await again.post(`/api/pupils/${id}/consents`, { ...permitted(null, parent), ...late });
  expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('must be the pupil')]);
  const own = { ...permitted(null), ...late, givenBy: 'Owen Pryce' };
  expect((await again.post(`/api/pupils/${id}/consents`, own)).status).toBe(201);
  expect(await state()).toEqual({ items: [], adults: [], reasons: [] });
});
