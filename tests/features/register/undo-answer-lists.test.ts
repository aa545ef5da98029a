import { describe, expect, it } from 'vitest';
import { addPupil, permitted } from './world.ts';
import { world } from './undo-world.ts';

describe('undoing a list of answers', () => {
  it('keeps every answer on record, counts none of the list, and lets what others recorded stand', async () => {
    const { office, database, answers, told, undo, mayAppear } = await world();
    const [ada, bea, cy] = [await addPupil(office, 'A1'), await addPupil(office, 'A2'), await addPupil(office, 'A3')];
    await office.post(`/api/pupils/${ada}/consents`, { ...permitted('website'), answer: 'refused', validUntil: null });
    await office.post(`/api/pupils/${bea}/consents`, permitted('website'));
    const before = await database.selectFrom('consents').selectAll().execute();
    const id = await answers('Adno,All photos,Signed by\nA1,yes,"Jo Ferrari, mother"\nA2,no,"Jo Ferrari, mother"\nA3,no,Jo\n');
    expect([await mayAppear(ada), await mayAppear(bea)]).toEqual([false, false]);
    await office.post(`/api/pupils/${cy}/consents`, { ...permitted('website'), answer: 'withdrawn', validUntil: null });
    expect(await told(id)).toMatchObject({ counts: { answers: 3, back: 3, appearing: 1 } });
    await undo(id);
    const after = await database.selectFrom('consents').selectAll().orderBy('id').execute();
    expect(after).toHaveLength(6);
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after.filter(({ retractedAt }) => retractedAt !== null).map(({ importId }) => importId)).toEqual([id, id, id]);
    expect([await mayAppear(ada), await mayAppear(bea), await mayAppear(cy)]).toEqual([false, true, false]);
    expect(await told(id)).toMatchObject({ obstacle: 'undone', counts: { answers: 3 } });
  }); // prettier-ignore

  it('leaves what a later list said again, whichever of the two is undone first', async () => {
    const { office, database, answers, told, undo, mayAppear } = await world();
    const bea = await addPupil(office, 'A2');
    await office.post(`/api/pupils/${bea}/consents`, permitted('website'));
    const first = await answers('Adno,All photos\nA2,no\n');
    const second = await answers('Adno,All photos\nA2,no\n');
    const third = await answers('Adno,All photos\nA2,no\n');
    expect(await told(first)).toMatchObject({ obstacle: null, counts: { answers: 1, instead: 1, appearing: 0 } });
    expect((await undo(first)).status).toBe(200);
    expect(await mayAppear(bea)).toBe(false);
    const { history } = (await office.get(`/api/pupils/${bea}/consents`)).json as { history: object[] };
    expect(history).toMatchObject([
      { answer: 'refused', importId: second, retractedAt: null, saidAgain: [{ importId: third }] },
      { answer: 'refused', importId: first, retractedAt: expect.any(String) as unknown },
      { answer: 'permitted', importId: null, saidAgain: [] },
    ]);
    expect((await undo(third)).status).toBe(200);
    expect(await told(second)).toMatchObject({ counts: { answers: 1, instead: 0, appearing: 1 } });
    expect((await undo(second)).status).toBe(200);
    expect(await mayAppear(bea)).toBe(true);
    expect(await database.selectFrom('answersSaidAgain').selectAll().execute()).toEqual([]);
  });

  it('waits for a later list from before it was kept what a list says again', async () => {
    const { office, database, answers, told, undo } = await world();
    await addPupil(office, 'A2');
    const first = await answers('Adno,All photos\nA2,no\n');
    const second = await answers('Adno,All photos\nA2,no\n');
    const { summaryJson } = await database.selectFrom('imports').select('summaryJson').where('id', '=', second).executeTakeFirstOrThrow(); // prettier-ignore
    const { saidAgain, ...old } = JSON.parse(summaryJson) as { saidAgain: number };
    expect(saidAgain).toBe(1);
    await database
      .updateTable('imports')
      .set({ summaryJson: JSON.stringify(old) })
      .where('id', '=', second)
      .execute();
    expect(await told(first)).toMatchObject({ obstacle: 'later-import' });
    await undo(second);
    expect(await told(first)).toMatchObject({ obstacle: null });
  });

  it('ends no "no" that was dated before the list which says a "yes" again', async () => {
    const { office, bring, undo, mayAppear } = await world();
    const ada = await addPupil(office, 'A1');
    const on = (validFrom: string) =>
      bring('consents', 'Adno,All photos\nA1,yes\n', { validFrom, validUntil: '2027-02-28', givenBy: 'Jo' });
    const first = await on('2026-02-01');
    await on('2026-03-01');
    const no = { ...permitted(null), answer: 'refused', validUntil: null, validFrom: '2026-02-20', givenBy: 'Jo' };
    await office.post(`/api/pupils/${ada}/consents`, no);
    expect(await mayAppear(ada)).toBe(false);
    expect((await undo(first)).status).toBe(200);
    expect(await mayAppear(ada)).toBe(false);
  });
});
