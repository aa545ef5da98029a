import { expect, it } from 'vitest';
import { startService } from '../../support/service/start-service.ts';
import { openChannel } from '../setup/application.ts';
import { addPupil, permitted } from './world.ts';

it('lists permissions that end within the warning time and that nothing follows', async () => {
  const service = await startService();
  await openChannel(service, await service.signInAs('admin'));
  const office = await service.signInAs('office');
  const [soon, renewed, later] = [
    await addPupil(office, '1', 'Ada', 'Ferrari'),
    await addPupil(office, '2', 'Bo', 'Marsh'),
    await addPupil(office, '3', 'Cy', 'Nolan'),
  ];
  const answer = async (pupilId: string, validFrom: string, validUntil: string): Promise<void> => {
    const reply = await office.post(`/api/pupils/${pupilId}/consents`, { ...permitted(null), validFrom, validUntil });
    expect(reply.status).toBe(201);
  };
  await answer(soon, '2026-03-01', '2026-03-20');
  await answer(renewed, '2026-03-01', '2026-03-20');
  await answer(renewed, '2026-03-21', '2027-03-20');
  await answer(later, '2026-03-01', '2026-06-01');
  const read = async () => {
    const reader = await service.signInAs('dsl');
    return (await reader.get('/api/register/expiring')).json as { readonly items: readonly object[] };
  };
  const found = await read();
  expect(found).toMatchObject({ days: 30, items: [{ pupilId: soon, lastName: 'Ferrari', until: '2026-03-20' }] });
  expect(found.items).toHaveLength(1);
  service.clock.set('2026-03-21T09:00:00.000Z');
  expect((await read()).items).toEqual([]);
});
