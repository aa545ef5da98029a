import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../../src/lib/write-csv.ts';
import { startService } from '../../support/service/start-service.ts';
import { openChannel } from '../setup/application.ts';
import { photoForm } from './photos.ts';
import { addPupil, pupilDetails } from './world.ts';

interface Line {
  readonly change: string;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly problems: readonly string[];
  readonly changed: readonly string[];
}

async function world() {
  const service = await startService({ jobConcurrency: 0 });
  const office = await service.signInAs('office');
  const check = async (what: 'pupils' | 'consents', file: string | Buffer, body?: object) => {
    const form = photoForm(Buffer.from(file), body, 'file');
    const reply = await office.send('POST', `/api/imports/${what}`, { form });
    if (reply.status !== 201) return { text: reply.text, lines: [] };
    const { id } = reply.json as { id: string };
    return {
      text: reply.text,
      lines: ((await office.get(`/api/imports/${id}/lines`)).json as { items: Line[] }).items,
    };
  };
  return { service, office, check };
}

const ada = { schoolNumber: 'A1', firstName: 'Ada', lastName: 'O’Neil', className: '5B', dateOfBirth: '2015-04-30' };

describe('a pupil list as programs and people really save it', () => {
  it.each([
    ['semicolons, and a heading with commas', 'Adno;"Surname, legal";Surname;Forename;Class;DOB\nA1;x;O’Neil;Ada;5B;30/04/2015\n'],
    ['a first line that says what separates', 'sep=;\r\nAdno;Surname;Forename;Class;DOB\r\nA1;O’Neil;Ada;5B;2015-04-30\r\n'],
    ['tabs, as Excel’s Unicode text', Buffer.from('\ufeffAdno\tSurname\tForename\tClass\tDOB\r\nA1\tO’Neil\tAda\t5B\t30/04/2015\r\n', 'utf16le')],
    ['UTF-16 with the big end first', Buffer.from('\ufeffAdno,Surname,Forename,Class,DOB\nA1,O’Neil,Ada,5B,30.04.2015\n', 'utf16le').swap16()],
    ['line ends within quotes', '\ufeffAdno,"Sur\r\nname",Forename,Class,DOB,Address\r\nA1,O’Neil,Ada,5B,30 Apr 2015,"1 High Street\r\nOakfield"\r\n'],
    ['line ends of an old Macintosh', 'Adno,Surname,Forename,Class,DOB\rA1,O’Neil,Ada,5B,30-Apr-2015\r'],
    ['headings and months in Welsh', 'Rhif derbyn,Cyfenw,Enw cyntaf,Dosbarth,Dyddiad geni\nA1,O’Neil,Ada,5B,30 Ebrill 2015\n'],
    ['blanks that do not break', 'Adno,Surname,Forename,Class,DOB\nA1,O’Neil\u00a0,\u00a0Ada,5B,30th April 2015\n'],
  ])('is read with %s', async (_, file) => {
    const { check } = await world();
    const { lines, text } = await check('pupils', file);
    expect(lines, text).toMatchObject([{ change: 'add', problems: [], after: ada }]);
  }); // prettier-ignore

  it('knows a name again, however its accents and apostrophes were saved', async () => {
    const { office, check } = await world();
    await office.post('/api/pupils', pupilDetails('A1', 'Zoë', "D'Arcy-Ŵyn"));
    const row = `Adno,Surname,Forename\nA1,D'Arcy-Ŵyn,Zoë\n`;
    expect((await check('pupils', row.normalize('NFD'))).text).toContain('"same":1');
  });

  it('says what a spreadsheet is, and what a day is that could be two', async () => {
    const { check } = await world();
    const workbook = Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(400)]);
    expect((await check('pupils', workbook)).text).toContain('save it as CSV first');
    const days = ['30/04/15', '04/30/2015', '42124', '30 Foo 2015', '31 Feb 2015', '30/04-2015'];
    const rows = days.map((day, at) => `A${at},Li,Ed,${day}`).join('\n');
    const { lines } = await check('pupils', `Adno,Surname,Forename,DOB\n${rows}\n`);
    expect(lines.map(({ problems }) => problems.length)).toEqual(days.map(() => 1));
  });

  it('takes no name that a spreadsheet would run, or that reads as another than it is', async () => {
    const { check } = await world();
    const names = ['=1+1', '+44', '@SUM(A1)', 'Ad\u202ea', 'A\tda', '" =cmd|calc"'];
    const rows = names.map((name, at) => `A${at},Li,${name}`).join('\n');
    const { lines, text } = await check('pupils', `Adno,Surname,Forename\n${rows}\n`);
    expect(lines.map(({ change }) => change)).toEqual(names.map(() => 'problem'));
    // Nothing of it can be applied, so it is not offered as a way to confirm the list.
    expect(text).toContain('"warnings":[]');
  });

  it('reads its own export again without a change', async () => {
    const { office, check } = await world();
    await addPupil(office, 'A1', 'Ada', "O'Neil");
    await office.post('/api/pupils', { ...pupilDetails('A2', '-Minus', 'Li'), otherNames: ['-Plus'] });
    const exported = (await office.get('/api/register/export')).text;
    expect(exported).toContain("'-Plus");
    const { text } = await check('pupils', exported);
    expect(text).toContain('"same":2');
  }); // prettier-ignore
});

it('answers in Welsh are answers', async () => {
  const { service, office, check } = await world();
  await openChannel(service, await service.signInAs('admin'), 'website');
  for (const number of ['A1', 'A2', 'A3', 'A4', 'A5']) await addPupil(office, number);
  const defaults = { validFrom: '2026-03-01', validUntil: '2027-02-28', givenBy: 'Ffurflenni' };
  const said = ['Ie', 'Na', 'Nac oes', "Wedi'i dynnu'n ôl", 'Gwrthodwyd'];
  const csv = writeCsv([['Rhif derbyn', 'website'], ...said.map((word, at) => [`A${at + 1}`, word])]);
  const { lines, text } = await check('consents', csv, defaults);
  expect(
    lines.map(({ changed }) => changed.join()),
    text,
  ).toEqual(['permitted', 'refused', 'refused', 'withdrawn', 'refused'].map((answer) => `website: ${answer}`));
});
