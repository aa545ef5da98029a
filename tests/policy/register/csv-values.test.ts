import { describe, expect, it } from 'vitest';
import {
  isPlainStatus,
  readDay,
  readPermission,
  readStatus,
  readYesNo,
} from '../../../src/policy/register/csv-values.ts';

describe('readStatus', () => {
  it.each([
    ['permitted', 'yes y true 1 ie oes ydw permitted granted given consented allowed caniatawyd caniateir rhoddwyd'],
    [
      'refused',
      'no n false 0 na nage nac-oes nac-ydw refused declined denied not-permitted gwrthod gwrthodwyd ni-chaniateir',
    ],
    ['withdrawn', 'withdrawn revoked tynnwyd-yn-ôl wedi’i-dynnu’n-ôl'],
    ['expired', 'expired lapsed'],
    ['no-record', 'no-record none unknown - not-asked'],
    ['pupil-objected', 'pupil-objected objected pupil-refused'],
  ])('%s: %s', (status, cells) => {
    for (const cell of cells.split(' ')) expect([cell, readStatus(cell)]).toEqual([cell, status]);
  });

  it.each([
    ['', 'no-record'],
    ['  ', 'no-record'],
    [' YES ', 'permitted'],
    ['Not  permitted', 'refused'],
    ['not_permitted', 'refused'],
    ["Wedi'i dynnu'n ôl", 'withdrawn'],
    ['tynnwyd yn o\u0302l', 'withdrawn'],
  ])('%j is %s', (cell, status) => {
    expect(readStatus(cell)).toBe(status);
  });

  it.each(['yes?', 'not given', 'no consent', 'n/a', '2', '✓', 'permitted until May', 'yesno'])(
    '%s is nothing that could be taken for an answer',
    (cell) => {
      expect(readStatus(cell)).toBeUndefined();
    },
  );
});

describe('isPlainStatus', () => {
  it.each(['permitted', 'Refused', 'withdrawn', 'expired', 'no record', 'not asked', 'objected', 'gwrthod'])(
    '%s is one',
    (cell) => {
      expect(isPlainStatus(cell)).toBe(true);
    },
  );

  it.each(['', '-', 'none', 'unknown', 'given', 'yes', 'Y', 'no', '0', 'ydw', 'nac oes', 'cake'])(
    '%j could be anything',
    (cell) => {
      expect(isPlainStatus(cell)).toBe(false);
    },
  );
});

describe('readPermission', () => {
  it.each([
    ['granted', 'yes y true 1 ie oes ydw granted given'],
    ['not-asked', 'no n false 0 na nage nac-oes nac-ydw not-asked none unknown -'],
    ['parents-notified', 'parents-notified notified'],
    ['parent-objected', 'parent-objected refused objected'],
    ['pupil-objected', 'pupil-objected pupil-refused'],
    ['withdrawn', 'withdrawn revoked'],
  ])('%s: %s', (permission, cells) => {
    for (const cell of cells.split(' ')) expect([cell, readPermission(cell)]).toEqual([cell, permission]);
  });

  it('is nothing granted where the cell is blank, and unknown for any other word', () => {
    expect([readPermission(''), readPermission('permitted'), readPermission('consented')]).toEqual([
      'not-asked',
      undefined,
      undefined,
    ]);
  });
});

describe('readYesNo', () => {
  it.each([
    [true, 'yes y true 1 ie oes ydw restricted'],
    [false, 'no n false 0 na nage nac-oes nac-ydw none -'],
  ])('%s: %s', (answer, cells) => {
    for (const cell of cells.split(' ')) expect([cell, readYesNo(cell)]).toEqual([cell, answer]);
  });

  it('is no where the cell is blank, and unknown for any other word', () => {
    expect([readYesNo(''), readYesNo('x'), readYesNo('never')]).toEqual([false, undefined, undefined]);
  });
});

describe('readDay', () => {
  it.each([
    ['2015-04-30', '2015-04-30'],
    ['2015-4-3', '2015-04-03'],
    ['2015/04/03', '2015-04-03'],
    ['30/04/2015', '2015-04-30'],
    ['3.4.2015', '2015-04-03'],
    ['3-4-2015', '2015-04-03'],
    ['30 Apr 2015', '2015-04-30'],
    ['30-APR-2015', '2015-04-30'],
    ['1st May 2015', '2015-05-01'],
    ['2nd June 2015', '2015-06-02'],
    ['3rd July 2015', '2015-07-03'],
    ['4th Sept. 2015', '2015-09-04'],
    [' 29/02/2016 ', '2016-02-29'],
    ['01/01/1901', '1901-01-01'],
    ['31/12/1999', '1999-12-31'],
  ])('%s is %s', (cell, day) => {
    expect(readDay(cell)).toBe(day);
  });

  it('knows the months in English and Welsh', () => {
    const english = 'January February March April May June July August September October November December';
    const welsh = 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr';
    const expected = Array.from({ length: 12 }, (_, at) => `2016-${String(at + 1).padStart(2, '0')}-09`);
    expect(english.split(' ').map((month) => readDay(`9 ${month} 2016`))).toEqual(expected);
    expect(welsh.split(' ').map((month) => readDay(`9 ${month} 2016`))).toEqual(expected);
  });

  it.each([
    // no such day
    ...['29/02/2015', '31/04/2015', '00/01/2015', '01/00/2015', '13/13/2015', '30 Foo 2015', '32 May 2015'],
    // the American way round, where it shows
    '04/30/2015',
    // a year that could be two, or that nobody at a school was born in
    ...['30/04/15', '01/02/03', '30 Apr 15', '1900-12-31', '0016-04-30', '12015-04-30'],
    // neither way, or more than a day
    ...[
      '3-4/2015',
      '20150430',
      '2015-04-30x',
      'x2015-04-30',
      '2015-04-30 00:00',
      'x3/4/2015',
      '3/4/2015x',
      '1 May 20155',
    ],
    ...['1xx May 2015', '1 M 2015', '42124', ''],
  ])('%j is no day', (cell) => {
    expect(readDay(cell)).toBeUndefined();
  });
});
