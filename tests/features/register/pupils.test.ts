import { describe, expect, it } from 'vitest';
import { addPupil, permitted, pupilDetails, registerJobs } from './world.ts';
import { codeOf } from '../../support/service/code-of.ts';
import { world, fieldsOf } from './register-world.ts';

describe('pupils', () => {
  it('are found by any part of any name, and paged without a gap', async () => {
    const { office } = await world();
    const names = ['Zoë Ångström', 'Bo Ahmed', 'Cy Ahmed', 'Di O_Neil', 'Ed Li'];
    for (const [index, name] of names.entries()) {
      const [first, last] = name.split(' ');
      await addPupil(office, `B${index}`, first, last);
    }
    const find = async (query: string) => {
      const reply = await office.get(`/api/pupils?${query}`);
      return reply.json as { items: { firstName: string }[]; next: string | null };
    };
    const firsts = async (search: string) => (await find(`search=${encodeURIComponent(search)}`)).items.map((one) => one.firstName);
    expect(await firsts('ahm')).toEqual(['Bo', 'Cy']);
    expect(await firsts('cy ahm')).toEqual(['Cy']);
    expect(await firsts('ångström')).toEqual(['Zoë']);
    expect(await firsts('_')).toEqual(['Di']);
    expect(await firsts('b1')).toEqual(['Bo']);
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const page = await find(`limit=2${next === '' ? '' : `&after=${next}`}`);
      seen.push(...page.items.map((one) => one.firstName));
      next = page.next;
    }
    expect(seen).toEqual(['Bo', 'Cy', 'Ada', 'Ed', 'Di', 'Zoë']);
    expect(fieldsOf(await office.get('/api/pupils?after=nobody'))).toEqual(['after']);
  }); // prettier-ignore

  it('change only when nobody changed them meanwhile, and numbers stay unique', async () => {
    const { office, pupilId } = await world();
    await addPupil(office, 'A2');
    const change = (schoolNumber: string, version: number) =>
      office.send('PUT', `/api/pupils/${pupilId}`, { body: { ...pupilDetails(schoolNumber), version } });
    for (const taken of ['A2', 'a2']) expect(codeOf(await change(taken, 1))).toBe('conflict');
    expect((await change('A9', 1)).status).toBe(204);
    expect(codeOf(await change('A1', 1))).toBe('changed-meanwhile');
  });

  it('leave: off the roll, permissions over, still on record', async () => {
    const { office, pupilId, answer, reasons, service } = await world();
    await answer(permitted(null));
    await office.post(`/api/pupils/${pupilId}/leave`, { leftOn: '2026-03-01', version: 1 });
    expect((await office.get('/api/pupils')).json).toMatchObject({ items: [] });
    expect((await office.get('/api/pupils?roll=left')).json).toMatchObject({ items: [{ id: pupilId }] });
    expect(await reasons()).toEqual({ website: 'expired', press: 'expired' });
    expect(await registerJobs(service, pupilId)).toContain('2026-03-02');
  });

  it('know their siblings both ways', async () => {
    const { office, pupilId } = await world();
    const other = await addPupil(office, 'A2', 'Bea');
    const siblings = async (of: string) =>
      ((await office.get(`/api/pupils/${of}`)).json as { siblings: { id: string }[] }).siblings.map(({ id }) => id);
    const say = (method: 'PUT' | 'DELETE', one: string, two: string) =>
      office.send(method, `/api/pupils/${one}/siblings/${two}`);
    await say('PUT', pupilId, other);
    expect(await siblings(other)).toEqual([pupilId]);
    expect(fieldsOf(await say('PUT', other, other))).toEqual(['siblingId']);
    expect((await say('PUT', other, '01J00000000000000000000000')).status).toBe(404);
    expect((await say('DELETE', other, pupilId)).status).toBe(204);
    expect(await siblings(pupilId)).toEqual([]);
  });

  it('keep what two people say of their siblings at once, and record nothing that was said before', async () => {
    const { service, office, pupilId } = await world();
    const [bea, cy, di] = [await addPupil(office, 'A2'), await addPupil(office, 'A3'), await addPupil(office, 'A4')];
    const colleague = await service.signIn((await service.addAccount('office')).email);
    await office.send('PUT', `/api/pupils/${pupilId}/siblings/${bea}`);
    await Promise.all([
      office.send('PUT', `/api/pupils/${pupilId}/siblings/${cy}`),
      colleague.send('PUT', `/api/pupils/${pupilId}/siblings/${di}`),
      office.send('DELETE', `/api/pupils/${pupilId}/siblings/${bea}`),
      colleague.send('PUT', `/api/pupils/${cy}/siblings/${pupilId}`),
    ]);
    const { siblings } = (await office.get(`/api/pupils/${pupilId}`)).json as { siblings: { id: string }[] };
    expect(siblings.map(({ id }) => id).sort()).toEqual([cy, di].sort());
    const said = service.database
      .selectFrom('auditEvents')
      .select('seq')
      .where('action', '=', 'pupil/siblings-changed');
    expect(await said.execute()).toHaveLength(4);
  });

  it('leave only when nobody changed them meanwhile', async () => {
    const { office, pupilId } = await world();
    const leave = (leftOn: string | null, version: number) =>
      office.post(`/api/pupils/${pupilId}/leave`, { leftOn, version });
    await leave('2026-07-20', 1);
    expect(codeOf(await leave(null, 1))).toBe('changed-meanwhile');
    expect((await office.get(`/api/pupils/${pupilId}`)).json).toMatchObject({ leftOn: '2026-07-20', version: 2 });
  });
});
