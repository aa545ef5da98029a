import { describe, expect, it } from 'vitest';
import type { Client } from '../../support/service/client.ts';
import { startService } from '../../support/service/start-service.ts';
import { photoForm } from './photos.ts';
import { addPupil, registerJobs } from './world.ts';

interface Summary {
  readonly id: string;
  readonly state: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
  readonly mapping: Readonly<Record<string, string>>;
}

const check = async (office: Client, csv: string | Buffer, body?: object) =>
  await office.send('POST', '/api/imports/pupils', { form: photoForm(Buffer.from(csv), body, 'file') });
const summaryOf = (reply: { json: unknown }) => reply.json as Summary;
const errorOf = (reply: { json: unknown }) =>
  (reply.json as { error: { code: string; fields?: { path: string; message: string }[] } }).error;

async function world() {
  const service = await startService({ jobConcurrency: 0 });
  const office = await service.signInAs('office');
  const pupils = async () => await service.database.selectFrom('pupils').selectAll().orderBy('schoolNumber').execute();
  const lines = async (id: string, query = '') =>
    ((await office.get(`/api/imports/${id}/lines${query}`)).json as { items: Record<string, unknown>[]; next: unknown });
  return { service, office, pupils, lines };
} // prettier-ignore

const header = 'Adno,Legal Surname,Legal Forename,Preferred Forename,Reg,Year,DOB,Date of Leaving\n';

describe('importing the pupil list', () => {
  it('shows what would change first, changes nothing, then applies it whole', async () => {
    const { office, pupils, lines, service } = await world();
    await addPupil(office, 'A1', 'Ada', 'Ferrari');
    await addPupil(office, 'A2', 'Bea', 'Ferrari');
    const before = await pupils();
    const checked = await check(office, `${header}A1,Ferrari,Ada,Addie,5B,5,30/04/2015,\nA3,O’Neil,Zoë,Zoë,5B,5,,\n`);
    expect(checked.status).toBe(201);
    const { id } = summaryOf(checked);
    expect(checked.json).toMatchObject({ counts: { add: 1, change: 1, leaver: 1, same: 0, problem: 0 }, state: 'dry-run' });
    expect((await lines(id)).items).toMatchObject([
      { line: 2, change: 'change', changed: ['preferredName', 'className', 'yearGroup', 'dateOfBirth'] },
      { line: 3, change: 'add', after: { firstName: 'Zoë', preferredName: null } },
      { line: null, change: 'leaver', pupilId: before[1]!.id, after: { leftOn: '2026-03-01' } },
    ]);
    expect(await lines(id, '?change=add&limit=1')).toMatchObject({ items: [{ line: 3 }], next: null });
    expect(await pupils()).toEqual(before);

    expect((await office.post(`/api/imports/${id}/apply`)).json).toMatchObject({ state: 'applied' });
    expect(await pupils()).toMatchObject([
      { schoolNumber: 'A1', preferredName: 'Addie', dateOfBirth: '2015-04-30', version: 2 },
      { schoolNumber: 'A2', leftOn: '2026-03-01' },
      { schoolNumber: 'A3', lastName: 'O’Neil' },
    ]);
    expect(await registerJobs(service, null)).toEqual(['2026-03-02']);
    expect((await office.get('/api/register/freshness')).json).toMatchObject({ isStale: false });
    expect(errorOf(await office.post(`/api/imports/${id}/apply`)).code).toBe('wrong-state');
    const again = summaryOf(await check(office, `${header}A1,Ferrari,Ada,Addie,5B,5,30/04/2015,\nA3,O’Neil,Zoë,Zoë,5B,5,,\n`));
    expect(again).toMatchObject({ counts: { same: 2, add: 0 }, warnings: ['nothing-changes'] });
  }); // prettier-ignore

  it('is refused when the register changed since the dry run', async () => {
    const { office, pupils } = await world();
    const { id } = summaryOf(await check(office, 'Pupil ID,Forename,Surname\nA1,Ada,Ferrari\n'));
    await addPupil(office, 'A9');
    expect(errorOf(await office.post(`/api/imports/${id}/apply`)).code).toBe('changed-meanwhile');
    expect(await pupils()).toHaveLength(1);
    expect((await office.post(`/api/imports/${id}/abandon`)).status).toBe(204);
    expect((await office.get(`/api/imports/${id}`)).json).toMatchObject({
      state: 'abandoned',
      fileName: null,
    });
  });

  it('takes nobody for gone whose number differs in case alone from that of another, and says who comes back', async () => {
    const { service, office, pupils } = await world();
    const [one, other] = [await addPupil(office, 'A1', 'Ada'), await addPupil(office, 'A2', 'Bea')];
    // From before such a number was refused.
    await service.database.updateTable('pupils').set({ schoolNumber: 'a1' }).where('id', '=', other).execute();
    const { id, counts } = summaryOf(await check(office, 'Pupil ID,Forename,Surname\nA1,Ada,Ferrari-Lee\n'));
    expect(counts).toMatchObject({ change: 1, leaver: 0 });
    await office.post(`/api/imports/${id}/apply`);
    expect((await pupils()).map(({ lastName }) => lastName)).toEqual(['Ferrari-Lee', 'Ferrari']);
    await office.post(`/api/pupils/${one}/leave`, { leftOn: '2026-02-01', version: 2 });
    const list = 'Pupil ID,Forename,Surname\nA1,Ada,Ferrari-Lee\n';
    expect(summaryOf(await check(office, list)).warnings).toEqual(['takes-back']);
  });

  it('names every line that must be mended, and applies none of them', async () => {
    const { office, pupils, lines } = await world();
    const rows = [
      'A1,Ferrari,Ada,,4B,4,31/02/2015,',
      '../etc,Ferrari,Bea,,4B,4,,',
      'A3,,Cy,,4B,4,,',
      'A4,=cmd|x,Di,,4B,4,,',
      'A5,Li,Ed,,4B,4,,',
      'a5,Li,Ed,,4B,4,,',
      'A7,Li',
      'A8,Li,Flo,,4B,4,30/04/2062,',
    ];
    const checked = await check(office, header + rows.join('\n'));
    expect(checked.json).toMatchObject({ counts: { add: 1, problem: 7 } });
    const { id } = summaryOf(checked);
    const { items } = await lines(id, '?change=problem');
    expect(items.map(({ line, problems }) => [line, problems])).toEqual([
      [2, ['dateOfBirth is not a date like 2015-04-30 or 30/04/2015']],
      [3, ['schoolNumber may hold only letters, digits, full stops, hyphens and underscores']],
      [4, ['lastName is missing']],
      [5, ['lastName looks like a spreadsheet formula']],
      [7, ['has the same schoolNumber as line 6']],
      [8, ['has not as many cells as there are headings']],
      [9, ['dateOfBirth must not lie in the future']],
    ]);
    const applied = await office.post(`/api/imports/${id}/apply`);
    expect(applied.status).toBe(422);
    expect(errorOf(applied).fields?.map(({ path }) => path)).toContain('line 3');
    expect(await pupils()).toEqual([]);
  });

  it.each([
    ['SIMS', 'Adno,Legal Surname,Legal Forename,Preferred Forename,Reg,Year,DOB,Date of Leaving'],
    ['Arbor', 'Arbor Student ID,Legal last name,Legal first name,Preferred first name,Registration form,Year group,Date of birth,Leaving date'],
    ['Bromcom', 'Admission Number,Legal Surname,Legal Forename,Preferred Forename,Tutor Group,Year Group,Date Of Birth,Leaving Date'],
  ])('recognises the columns of %s', async (_system, headings) => {
    const { office } = await world();
    const { mapping, counts } = summaryOf(await check(office, `${headings}\nA1,Li,Ed,Eddie,4B,4,2015-04-30,\n`));
    expect(Object.values(mapping).sort()).toEqual(headings.split(',').sort());
    expect(counts).toMatchObject({ add: 1, problem: 0 });
  }); // prettier-ignore

  it('takes the caller’s word for columns it does not know, and says which are missing', async () => {
    const { office } = await world();
    const csv = 'Nummer;Vorname;Nachname\nA1;Ed;Li\n';
    expect(errorOf(await check(office, csv))).toMatchObject({
      code: 'import-has-problems',
      fields: [{ path: 'mapping.schoolNumber' }, { path: 'mapping.firstName' }, { path: 'mapping.lastName' }],
    });
    const mapping = { schoolNumber: 'Nummer', firstName: 'Vorname', lastName: 'Nachname' };
    expect((await check(office, csv, { mapping })).json).toMatchObject({ counts: { add: 1 } });
    const wrong = await check(office, csv, { mapping: { ...mapping, lastName: 'Name' } });
    expect(errorOf(wrong).fields).toMatchObject([{ path: 'mapping.lastName' }]);
  });

  it('keeps pupils who are missing from a part of the list, and warns of half a list', async () => {
    const { office } = await world();
    for (let index = 0; index < 8; index += 1) await addPupil(office, `B${index}`);
    const part = 'id,forename,surname\nB0,Ada,Ferrari\n';
    expect((await check(office, part)).json).toMatchObject({ counts: { leaver: 7 }, warnings: ['many-leavers'] });
    expect((await check(office, part, { missing: 'keep' })).json).toMatchObject({ counts: { leaver: 0, same: 1 } });
  });

  it('reads what Windows programs write', async () => {
    const { office, lines } = await world();
    const latin = Buffer.from('id,forename,surname\r\nA1,Zo\xeb,Ang\xe9\r\n', 'latin1');
    const { id } = summaryOf(await check(office, latin));
    expect((await lines(id)).items).toMatchObject([{ after: { firstName: 'Zoë', lastName: 'Angé' } }]);
  });

  it.each([
    ['nothing', ''],
    ['a heading alone', 'id,forename,surname\n'],
    ['an open quote', 'id,forename,surname\nA1,"Ada,Ferrari\n'],
    ['a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])],
  ])('refuses %s', async (_name, csv) => {
    const { office, service } = await world();
    const reply = await check(office, csv);
    expect([reply.status, errorOf(reply).code]).toEqual([422, 'import-has-problems']);
    expect(await service.database.selectFrom('imports').selectAll().execute()).toEqual([]);
  });

  it('takes 10,000 lines, with and without mistakes', async () => {
    const { office, pupils } = await world();
    const rows = Array.from({ length: 10_000 }, (_, index) => `N${index},Name${index},First,,4B,4,,`);
    const mistakes = rows.map((row, index) => (index % 10 === 0 ? row.replace(/^N/, '/') : row));
    const wrong = summaryOf(await check(office, header + mistakes.join('\n')));
    expect(wrong.counts).toMatchObject({ add: 9_000, problem: 1_000 });
    const started = performance.now();
    const { id } = summaryOf(await check(office, header + rows.join('\n')));
    expect((await office.post(`/api/imports/${id}/apply`)).status).toBe(200);
    // About 2 s on two busy cores.
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(await pupils()).toHaveLength(10_000);
  });
});
