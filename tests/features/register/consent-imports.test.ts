import { describe, expect, it } from 'vitest';
import type { Client } from '../../support/service/client.ts';
import { startService } from '../../support/service/start-service.ts';
import { openChannel } from '../setup/application.ts';
import { photoForm } from './photos.ts';
import { addPupil, permitted } from './world.ts';

interface Summary {
  readonly id: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly mapping: Readonly<Record<string, string>>;
  readonly unusedHeadings: readonly string[];
}

const defaults = { validFrom: '2026-03-01', validUntil: '2027-02-28', givenBy: 'Autumn forms' };

async function world() {
  const service = await startService({ jobConcurrency: 0 });
  const admin = await service.signInAs('admin');
  await openChannel(service, admin, 'website');
  await openChannel(service, admin, 'facebook');
  const office = await service.signInAs('office');
  const ada = await addPupil(office, 'A1', 'Ada', 'Ferrari');
  const bea = await addPupil(office, 'B2', 'Bea', 'Marlow');
  const lines = async (id: string) =>
    ((await office.get(`/api/imports/${id}/lines`)).json as { items: Record<string, unknown>[] }).items;
  const recorded = () => service.database.selectFrom('consents').selectAll().orderBy('id').execute();
  return { service, office, ada, bea, lines, recorded };
}

const check = (office: Client, csv: string, body: object = defaults) =>
  office.send('POST', '/api/imports/consents', { form: photoForm(Buffer.from(csv), body, 'file') });
const summaryOf = (reply: { json: unknown }) => reply.json as Summary;

describe('importing answers', () => {
  it('shows what would be recorded, records nothing, then all of it; a second time it is known already', async () => {
    const { office, ada, bea, lines, recorded, service } = await world();
    const csv =
      'Admission Number,School website,channel:facebook,Signed by,Until,Shoe size\n' +
      'A1,Yes,refused,Jo Ferrari,31/12/2026,34\nB2,,,,,35\n';
    const checked = await check(office, csv.replace('School website', 'Channel website'));
    expect(checked.status, checked.text).toBe(201);
    const { id, counts, mapping, unusedHeadings } = summaryOf(checked);
    expect(counts).toMatchObject({ add: 1, same: 1, problem: 0 });
    expect(mapping).toMatchObject({ schoolNumber: 'Admission Number', website: 'Channel website' });
    expect(unusedHeadings).toEqual(['Shoe size']);
    expect(await lines(id)).toMatchObject([
      {
        change: 'add',
        pupilId: ada,
        after: { firstName: 'Ada' },
        changed: ['website: permitted', 'facebook: refused'],
      },
    ]);
    expect(await recorded()).toEqual([]);
    expect((await office.post(`/api/imports/${id}/apply`)).status).toBe(200);
    const common = { pupilId: ada, givenBy: 'Jo Ferrari', importId: id, validFrom: '2026-03-01', method: 'import' };
    expect(await recorded()).toMatchObject([
      { ...common, channelId: 'website', answer: 'permitted', validUntil: '2026-12-31' },
      { ...common, channelId: 'facebook', answer: 'refused', validUntil: '9999-12-31' },
    ]);
    const today = (await office.get(`/api/pupils/${ada}/consents`)).json;
    expect(today).toMatchObject({
      today: [
        { channelId: 'facebook', mayAppear: false },
        { channelId: 'website', mayAppear: true },
      ],
    });
    expect((await office.get(`/api/pupils/${bea}/consents`)).json).toMatchObject({ history: [] });
    const again = summaryOf(await check(office, csv.replace('School website', 'Channel website')));
    expect(again).toMatchObject({ counts: { add: 0, same: 2 }, saidAgain: 2, warnings: ['all-said-again'] });
    const jobs = await service.database
      .selectFrom('jobs')
      .select('runAfter')
      .where('kind', '=', 'register-changed')
      .execute();
    expect(jobs.map(({ runAfter }) => runAfter.slice(0, 10))).toContain('2027-01-01');
  });

  it('counts what it said again once the earlier answer turns out to be a mistake, and changes nothing before', async () => {
    const { service, office, ada, lines, recorded } = await world();
    await office.post(`/api/pupils/${ada}/consents`, permitted('website'));
    const no = { ...permitted('website'), answer: 'refused', validUntil: null, givenBy: 'Jo Ferrari' };
    const { id: first } = (await office.post(`/api/pupils/${ada}/consents`, no)).json as { id: string };
    await service.database.deleteFrom('jobs').execute();
    const checked = await check(office, 'Adno,website,Signed by\nA1,no,jo ferrari\n', { ...defaults, validFrom: '2026-03-02' });
    const { id } = summaryOf(checked);
    expect(await lines(id)).toEqual([]);
    const said = (await office.get(`/api/imports/${id}/lines?change=same`)).json;
    expect(said).toMatchObject({ items: [{ answers: [{ channelId: 'website', answer: 'refused', isSaidAgain: true }] }] });
    expect((await office.post(`/api/imports/${id}/apply`)).status).toBe(200);
    expect(await recorded()).toHaveLength(2);
    expect(await service.database.selectFrom('jobs').select('kind').execute()).toEqual([]);

    expect((await office.post(`/api/consents/${first}/retract`)).status).toBe(204);
    const standing = async () => ((await office.get(`/api/pupils/${ada}/consents`)).json as { today: object[] }).today[1];
    expect(await standing()).toMatchObject({ channelId: 'website', mayAppear: false, reason: 'refused' });
    const [, , instead] = await recorded();
    expect(instead).toMatchObject({ importId: id, validFrom: '2026-03-02', givenBy: 'jo ferrari', retractedAt: null });
    expect((await office.post(`/api/consents/${instead!.id}/retract`)).status).toBe(204);
    expect(await standing()).toMatchObject({ mayAppear: true });
  }); // prettier-ignore

  it('takes a "no" for new where a later "yes" is in force, however it was recorded', async () => {
    const { office, ada, bea, recorded } = await world();
    const say = (pupil: string, body: object) =>
      office.post(`/api/pupils/${pupil}/consents`, { ...permitted(null), givenBy: 'Jo', ...body });
    const refused = { answer: 'refused', validUntil: null };
    // Of one channel first, then of every channel; and an older form that was found later.
    await say(ada, { ...refused, channelId: 'website' });
    await say(ada, { validFrom: '2026-03-02' });
    await say(bea, { channelId: 'website', validFrom: '2026-03-02' });
    await say(bea, { ...refused, channelId: 'website', validFrom: '2026-02-01' });
    const csv = 'Adno,website,Signed by\nA1,no,Jo\nB2,no,Jo\n';
    const { id, counts } = summaryOf(await check(office, csv, { ...defaults, validFrom: '2026-03-02' }));
    expect(counts).toMatchObject({ add: 2 });
    await office.post(`/api/imports/${id}/apply`);
    expect(await recorded()).toHaveLength(6);
    for (const pupil of [ada, bea]) {
      expect((await office.get(`/api/pupils/${pupil}/consents`)).json).toMatchObject({
        today: [{ channelId: 'facebook' }, { channelId: 'website', mayAppear: false, reason: 'refused' }],
      });
    }
  });

  it('takes a "no" for new that a permission of the same list, or one recorded later with an older day, would end', async () => {
    const { office, ada, bea, recorded } = await world();
    const no = { ...permitted('website'), answer: 'refused', validUntil: null, givenBy: 'Jo', validFrom: '2026-01-10' };
    for (const pupil of [ada, bea]) await office.post(`/api/pupils/${pupil}/consents`, no);
    const csv = 'Adno,website,All photos,Signed by\nA1,no,yes,Jo\nB2,no,,Jo\n';
    const { id, counts } = summaryOf(await check(office, csv));
    expect(counts).toMatchObject({ add: 1, same: 1 });
    await office.post(`/api/imports/${id}/apply`);
    const late = { ...permitted(null), givenBy: 'Jo', validFrom: '2026-02-01' };
    expect((await office.post(`/api/pupils/${bea}/consents`, late)).status).toBe(201);
    expect(await recorded()).toHaveLength(6);
    for (const pupil of [ada, bea]) {
      expect((await office.get(`/api/pupils/${pupil}/consents`)).json).toMatchObject({
        today: [
          { channelId: 'facebook', mayAppear: true },
          { channelId: 'website', mayAppear: false, reason: 'refused' },
        ],
      });
    }
  });

  it('says where it would end what the same person refused', async () => {
    const { office, ada, lines } = await world();
    const no = { ...permitted('website'), answer: 'withdrawn', validUntil: null, givenBy: 'Jo' };
    await office.post(`/api/pupils/${ada}/consents`, no);
    const checked = summaryOf(await check(office, 'Adno,website,facebook,Signed by\nA1,yes,yes,Jo\n'));
    expect(checked).toMatchObject({ warnings: ['ends-refusals'] });
    const answers = [{ ends: 'withdrawn' }, { channelId: 'facebook', ends: null }];
    expect(await lines(checked.id)).toMatchObject([{ answers }]);
  });

  it('names each problem and applies nothing while there is one', async () => {
    const { office, lines, recorded } = await world();
    const csv = 'Adno,website,Until\nA1,perhaps,\nZ9,yes,\nB2,yes,01/01/2020\nB2,yes,\nA1,objected,\nA1,=1+1,\n';
    const { id, counts } = summaryOf(await check(office, csv));
    expect(counts).toMatchObject({ problem: 5, add: 1 });
    const problems = (await lines(id)).flatMap((line) => line['problems'] as string[]).join('\n');
    expect(problems).toContain('website “perhaps” is not an answer like yes, no, refused or withdrawn');
    expect(problems).toContain('no pupil has this schoolNumber');
    expect(problems).toContain('the last day must not lie before validFrom');
    expect(problems).toContain('website is the pupil’s own objection: record it on the pupil’s page');
    const applied = await office.post(`/api/imports/${id}/apply`);
    expect([applied.status, applied.text]).toEqual([422, expect.stringContaining('import-has-problems')]);
    expect(await recorded()).toEqual([]);
    for (const csv of ['Adno,website,Channel website\nA1,yes,no\n', 'Adno,Photos,Images\nA1,yes,no\n']) {
      const both = await check(office, csv);
      expect([both.status, both.text]).toEqual([422, expect.stringContaining('two columns of the file mean it')]);
    }
    const nothing = await check(office, 'Adno,Shoe size\nA1,34\n');
    expect([nothing.status, nothing.text]).toEqual([422, expect.stringContaining('no channel was recognised')]);
  });

  it('is refused when an answer was recorded since, or was applied already', async () => {
    const { office, ada, recorded } = await world();
    const { id } = summaryOf(await check(office, 'Adno,All photos\nA1,no\n'));
    await office.post(`/api/pupils/${ada}/consents`, permitted('website'));
    const refused = await office.post(`/api/imports/${id}/apply`);
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('changed-meanwhile')]);
    expect(await recorded()).toHaveLength(1);
    const next = summaryOf(await check(office, 'Adno,All photos\nA1,no\n'));
    expect((await office.post(`/api/imports/${next.id}/apply`)).status).toBe(200);
    expect((await office.post(`/api/imports/${next.id}/apply`)).status).toBe(409);
    expect(await recorded()).toMatchObject([{}, { channelId: null, answer: 'refused', givenBy: 'Autumn forms' }]);
  });
});
