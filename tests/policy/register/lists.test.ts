import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/lib/app-error.ts';
import { compareConsentList } from '../../../src/policy/register/compare-consent-list.ts';
import type { KnownPupil } from '../../../src/policy/register/compare-pupil-list.ts';
import { readConsentList } from '../../../src/policy/register/read-consent-list.ts';

const channels = [
  { id: 'website', name: 'School website' },
  { id: 'fb', name: 'Facebook' },
];
const defaults = { validFrom: '2026-09-01', validUntil: '2027-08-31', givenBy: 'Form of autumn' };
const read = (text: string, mapping: Readonly<Record<string, string>> = {}) =>
  readConsentList(text, channels, defaults, mapping);
const answersOf = (text: string): string[] =>
  read(text).lines.flatMap(({ schoolNumber, answers }) =>
    answers.map((one) =>
      [schoolNumber, one.channelId, one.answer, one.validFrom, one.validUntil, one.givenBy].join(' '),
    ),
  );
const problemsOf = (text: string): (readonly string[])[] => read(text).lines.map(({ problems }) => problems);

function refusalOf(text: string, mapping: Readonly<Record<string, string>> = {}): unknown {
  try {
    read(text, mapping);
  } catch (error) {
    if (error instanceof AppError) return [error.code, error.fields];
    throw error;
  }
  return 'read';
}

describe('readConsentList', () => {
  it('reads an answer a channel, with the days and the person of the line or those of the whole list', () => {
    const text = [
      'Adno,School Website,channel:fb,Photos,Parent,Date,Until',
      'A1,yes,no,,,,',
      'A2,withdrawn,,ie,Ann Jones,1/10/2026 09:30,30 Jun 2027',
      'A3,none,expired,-,Ann Jones,,',
    ].join('\n');
    expect(answersOf(text)).toEqual([
      'A1 website permitted 2026-09-01 2027-08-31 Form of autumn',
      'A1 fb refused 2026-09-01  Form of autumn',
      'A2 website withdrawn 2026-10-01  Ann Jones',
      'A2  permitted 2026-10-01 2027-06-30 Ann Jones',
    ]);
    expect(problemsOf(text)).toEqual([[], [], []]);
  });

  it.each([
    ['A1,refusd,no', ['website “refusd” is not an answer like yes, no, refused or withdrawn']],
    ['A1,yes,objected', ['fb is the pupil’s own objection: record it on the pupil’s page']],
    [',yes,no', ['schoolNumber is missing']],
    ['A1,yes', ['has not as many cells as there are headings']],
    ['A1,yes,no,x', ['has not as many cells as there are headings']],
  ])('gives no answer at all of the line %s', (line, problems) => {
    const text = `Adno,website,fb\n${line}\n`;
    expect([answersOf(text), problemsOf(text)]).toEqual([[], [problems]]);
  });

  it.each([
    ['1/13/2026', '', '', ['the first day is not a date like 2026-04-30 or 30/04/2026']],
    ['', '31/06/2027', '', ['the last day is not a date like 2026-04-30 or 30/04/2026']],
    ['1/9/2026', '31/8/2026', '', ['the last day must not lie before validFrom']],
    ['', '', 'x'.repeat(201), ['who gave it has more than 200 characters']],
    ['', '', '@Ann', ['who gave it looks like a spreadsheet formula']],
    ['', '', '" =Ann"', ['who gave it looks like a spreadsheet formula']],
    ['', '', 'Ann\u202e', ['who gave it looks like a spreadsheet formula']],
    ['', '', 'x'.repeat(200), []],
  ])('of a line from %j until %j by %j says %j', (from, until, by, problems) => {
    const text = `Adno,website,From,Until,Given by\nA1,yes,${from},${until},${by}\n`;
    expect([problemsOf(text), answersOf(text).length]).toEqual([[problems], problems.length === 0 ? 1 : 0]);
  });

  it('takes two answers of one person for one pupil and channel for a mistake, those of two people not', () => {
    const text = 'Adno,website,Parent\nA1,yes,Ann\nA1,no,Bob\na1,no,ANN\nA2,no,Ann\n';
    expect(problemsOf(text)).toEqual([[], [], ['answers for the same pupil by the same person as line 2'], []]);
    expect(answersOf(text)).toHaveLength(3);
    // However the accents of a name were saved, one person's "yes" must not replace their "no".
    const zoe = 'Adno,website,Parent\nA1,no,Zoë\nA1,yes,Zoe\u0308\n';
    expect(problemsOf(zoe)).toEqual([[], ['answers for the same pupil by the same person as line 2']]);
  });

  it.each([
    ['Adno,website\n', {}, [{ path: 'line 1', message: 'no answers in the file' }]],
    [
      'Nobody,website\nA1,no\n',
      {},
      [{ path: 'mapping.schoolNumber', message: 'no column was recognised: say which heading it has' }],
    ],
    [
      'Adno,house\nA1,no\n',
      {},
      [{ path: 'mapping.website', message: 'no channel was recognised: say which heading it has' }],
    ],
    [
      'Adno,fb,Facebook\nA1,yes,no\n',
      {},
      [{ path: 'mapping.fb', message: 'two columns of the file mean it: take one out' }],
    ],
    [
      'Adno,photos,images\nA1,yes,no\n',
      {},
      [{ path: 'mapping.*', message: 'two columns of the file mean it: take one out' }],
    ],
    ['Adno,fb\nA1,no\n', { fb: 'Face' }, [{ path: 'mapping.fb', message: 'is not a heading of the file' }]],
  ])('refuses %j with mapping %j', (text, mapping, fields) => {
    expect(refusalOf(text, mapping as Readonly<Record<string, string>>)).toEqual(['import-has-problems', fields]);
  });

  it('goes by the headings it is given, and names those it did not use', () => {
    const { mapping, unusedHeadings, lines } = read('No.,Web?,Facebook,House\nA1,no,yes,Red\n', {
      schoolNumber: 'No.',
      website: 'Web?',
    });
    expect(mapping).toEqual({ schoolNumber: 'No.', website: 'Web?', fb: 'Facebook' });
    expect(unusedHeadings).toEqual(['House']);
    expect(lines[0]).toMatchObject({ schoolNumber: 'A1', line: 2 });
  });
});

describe('compareConsentList', () => {
  const pupil = (id: string, schoolNumber: string, leftOn: string | null = null): KnownPupil => ({
    ...{ id, schoolNumber, firstName: 'Sam', lastName: 'Jones', preferredName: null, otherNames: [] },
    ...{ className: null, yearGroup: null, dateOfBirth: null, leftOn },
  });
  const compare = (text: string, pupils: readonly KnownPupil[]): unknown[] =>
    compareConsentList(read(`Adno,website\n${text}\n`).lines, pupils, [], '2026-09-01').map(
      ({ change, pupilId, problems }) => [change, pupilId, ...problems],
    );

  it('knows pupils by their number, in small letters or capitals', () => {
    expect(compare('a1,no\nB2,no', [pupil('p1', 'A1'), pupil('p2', 'b2')])).toEqual([
      ['add', 'p1'],
      ['add', 'p2'],
    ]);
  });

  it('never takes one pupil for another whose number differs in capitals alone', () => {
    const two = [pupil('p1', 'A1'), pupil('p2', 'a1')];
    expect(compare('A1,yes', two)).toEqual([['add', 'p1']]);
    expect(compare('a1,yes', two)).toEqual([['add', 'p2']]);
    const three = [...two, pupil('p3', 'Ab1'), pupil('p4', 'aB1')];
    expect(compare('AB1,yes', three)).toEqual([['problem', null, 'no pupil has this schoolNumber']]);
  });

  it('has no answer for somebody unknown, or who has left', () => {
    const pupils = [pupil('p1', 'A1', '2026-08-31'), pupil('p2', 'A2', '2026-09-01')];
    expect(compare('A1,no\nA2,no\nA3,no\n,no', pupils)).toEqual([
      ['problem', 'p1', 'this pupil has left'],
      ['add', 'p2'],
      ['problem', null, 'no pupil has this schoolNumber'],
      ['problem', null, 'schoolNumber is missing'],
    ]);
  });
});
