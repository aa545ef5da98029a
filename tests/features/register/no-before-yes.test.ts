import { describe, expect, it } from 'vitest';
import type { TestService } from '../../support/service/start-service.ts';
import { addPupil, permitted } from './world.ts';
import { world } from './undo-world.ts';

const nextYear = { ...permitted(null), validFrom: '2026-04-01', validUntil: '2027-03-31' };
async function mayAppearOn(service: TestService, day: string, pupilId: string): Promise<boolean | undefined> {
  service.clock.set(`${day}T09:00:00.000Z`);
  const reply = await (await service.signInAs('office')).get(`/api/pupils/${pupilId}/consents`);
  return (reply.json as { readonly today: readonly { readonly mayAppear: boolean }[] }).today[0]?.mayAppear;
}

const call = { ...permitted(null), answer: 'withdrawn', validFrom: '2026-03-02', validUntil: null };

describe('a form for next year, and a "no" of today', () => {
  it('lets the "no" stand on the first day of the form', async () => {
    const { service, office } = await world();
    const [ada, bea] = [await addPupil(office, 'A1'), await addPupil(office, 'A2')];
    for (const id of [ada, bea]) {
      expect((await office.post(`/api/pupils/${id}/consents`, permitted(null))).status).toBe(201);
      expect((await office.post(`/api/pupils/${id}/consents`, nextYear)).status).toBe(201);
    }
    expect((await office.post(`/api/pupils/${ada}/consents`, call)).status).toBe(201);
    const day = '2026-04-01';
    expect([await mayAppearOn(service, day, ada), await mayAppearOn(service, day, bea)]).toEqual([false, true]);
  });

  it('marks in the history the form that does not begin, until it turns out that the "no" was a mistake', async () => {
    const { office } = await world();
    const ada = await addPupil(office, 'A1');
    const heldBack = async () => {
      const { json } = await office.get(`/api/pupils/${ada}/consents`);
      const { history } = json as { readonly history: readonly { answer: string; heldBackOn: readonly unknown[] }[] };
      return history.map(({ answer, heldBackOn }) => [answer, heldBackOn]);
    };
    await office.post(`/api/pupils/${ada}/consents`, nextYear);
    expect(await heldBack()).toEqual([['permitted', []]]);
    const no = await office.post(`/api/pupils/${ada}/consents`, call);
    expect(await heldBack()).toEqual([
      ['withdrawn', []],
      ['permitted', [null]],
    ]);
    await office.post(`/api/consents/${(no.json as { readonly id: string }).id}/retract`);
    expect(await heldBack()).toEqual([
      ['withdrawn', []],
      ['permitted', []],
    ]);
  });

  it('records the "no" that a list says again, once a form for later had come in between', async () => {
    const { service, office, answers, told } = await world();
    const ada = await addPupil(office, 'A1');
    const no = 'Adno,All photos,Signed by\nA1,no,"Jo Ferrari, mother"\n';
    await answers(no);
    expect(await told(await answers(no))).toMatchObject({ counts: { answers: 0 } });
    await office.post(`/api/pupils/${ada}/consents`, nextYear);
    expect(await told(await answers(no))).toMatchObject({ counts: { answers: 1 } });
    expect(await mayAppearOn(service, '2026-04-01', ada)).toBe(false);
  });

  it('keeps the "no" when the form turns out to be a mistake that a list had said again', async () => {
    const { service, office, bring } = await world();
    const ada = await addPupil(office, 'A1');
    const days = { validFrom: '2026-03-03', validUntil: '2027-03-31' };
    const form = await office.post(`/api/pupils/${ada}/consents`, { ...permitted(null), ...days });
    service.clock.advance(60_000);
    await office.post(`/api/pupils/${ada}/consents`, call);
    const list = 'Adno,All photos,Signed by\nA1,yes,"Jo Ferrari, mother"\n';
    await bring('consents', list, { ...days, givenBy: 'Spring forms' });
    const { id } = form.json as { readonly id: string };
    expect((await office.post(`/api/consents/${id}/retract`)).status).toBeLessThan(300);
    const standing = await service.database.selectFrom('consents').select('answer').where('retractedAt', 'is', null).execute(); // prettier-ignore
    expect(standing.map(({ answer }) => answer).sort()).toEqual(['permitted', 'withdrawn']);
    expect(await mayAppearOn(service, '2026-03-03', ada)).toBe(false);
  });
});
