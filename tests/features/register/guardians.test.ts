import { describe, expect, it } from 'vitest';
import { addParent, addPupil, permitted } from './world.ts';
import { codeOf } from '../../support/service/code-of.ts';
import { world } from './register-world.ts';

describe('guardians', () => {
  const jo = { name: 'Jo Ferrari', email: null, phone: null, relationship: 'mother', isParent: true };

  it('change only when nobody changed them meanwhile, contact and place in one', async () => {
    const { office, pupilId } = await world();
    const id = await addParent(office, pupilId);
    const at = `/api/pupils/${pupilId}/guardians/${id}`;
    const change = (body: object) => office.send('PUT', at, { body: { ...jo, ...body } });
    expect((await change({ phone: '01632 960 001', version: 1 })).status).toBe(204);
    expect(codeOf(await change({ relationship: 'aunt', isParent: false, version: 1 }))).toBe('changed-meanwhile');
    expect(codeOf(await office.send('DELETE', `${at}?version=1`))).toBe('changed-meanwhile');
    const { guardians } = (await office.get(`/api/pupils/${pupilId}/guardians`)).json as { guardians: object[] };
    expect(guardians).toEqual([{ ...jo, id, phone: '01632 960 001', version: 2 }]);
    expect((await office.send('DELETE', `${at}?version=2`)).status).toBe(204);
    expect(codeOf(await change({ version: 2 }))).toBe('not-found');
  });

  it('are shared by brothers and sisters, and joined once', async () => {
    const { office, pupilId } = await world();
    const [id, bea] = [await addParent(office, pupilId), await addPupil(office, 'A2', 'Bea')];
    const join = () => office.post(`/api/pupils/${bea}/guardians/${id}`, { relationship: 'aunt', isParent: false });
    expect((await join()).status).toBe(204);
    expect(codeOf(await join())).toBe('conflict');
    const body = { ...jo, name: 'Jo Ferrari-Lee', version: 1 };
    await office.send('PUT', `/api/pupils/${pupilId}/guardians/${id}`, { body });
    expect((await office.get(`/api/pupils/${bea}/guardians`)).json).toMatchObject({
      guardians: [{ name: 'Jo Ferrari-Lee', relationship: 'aunt', isParent: false, version: 2 }],
    });
  });

  it('are forgotten when parted from everybody, unless they have answered', async () => {
    const { service, office, pupilId, answer } = await world();
    const [silent, answered] = [await addParent(office, pupilId, 'One'), await addParent(office, pupilId, 'Two')];
    await answer(permitted(null, answered));
    for (const id of [silent, answered])
      await office.send('DELETE', `/api/pupils/${pupilId}/guardians/${id}?version=1`);
    expect(await service.database.selectFrom('guardians').select('id').execute()).toEqual([{ id: answered }]);
  });
});
