import { describe, expect, it } from 'vitest';
import { mapColumns } from '../../../src/policy/register/map-columns.ts';

/** What a table's columns mean, and what is wrong with them; `rows` are the cells below the headings. */
function map(headings: readonly string[], rows: readonly (readonly string[])[] = []) {
  const problems: string[] = [];
  const lines = rows.map((cells, at) => ({ line: at + 2, cells }));
  const { fields, channels, unused } = mapColumns(headings, lines, problems);
  return { fields: Object.fromEntries(fields), channels: Object.fromEntries(channels), unused, problems };
}

describe('mapColumns', () => {
  it('finds fields by what their headings say, in any spelling', () => {
    expect(map(['Pupil-ID', 'First Name', 'SURNAME', 'Known as', 'Date of birth', 'Rhif?'])).toEqual({
      fields: { id: 0, first: 1, last: 2, preferred: 3, dateOfBirth: 4 },
      channels: {},
      unused: ['Rhif?'],
      problems: [],
    });
  });

  it.each([
    ['channel:website', 'website'],
    [' Channel : Local  Press! ', 'local-press'],
    ['channel:id', 'id'],
    ['CHANNEL:X (Twitter)', 'x-twitter'],
  ])('takes %j for a channel whatever is in it', (heading, id) => {
    expect(map(['id', 'name', heading], [['1', 'Jo Li', 'cake']])).toMatchObject({
      channels: { [id]: 2 },
      unused: [],
      problems: [],
    });
  });

  it.each([
    [['permitted'], true],
    [['permitted', '', ''], true],
    [['refused', 'yes', 'no'], true],
    [['refused', 'refusd'], false],
    [['refused', 'yes', 'refusd'], true],
    [['refused', 'cake', 'tea', 'milk'], false],
    [['yes', 'no'], false],
    [['', ''], false],
    [[], false],
  ])('takes a column of %j for a channel: %s', (cells, isChannel) => {
    const rows = cells.map((cell, at) => [String(at), 'Jo Li', cell]);
    expect(map(['id', 'name', 'Subchannel: press'], rows)).toMatchObject(
      isChannel ? { channels: { 'subchannel-press': 2 }, unused: [] } : { channels: {}, unused: ['Subchannel: press'] },
    );
  });

  it('says nothing of a column without heading and consent words', () => {
    expect(map(['id', 'name', ''], [['1', 'Jo Li', 'cake']])).toMatchObject({ unused: [], problems: [] });
  });

  it.each([
    [['name'], ['line 1: no column pupil_id']],
    [['id', 'first'], ['line 1: no columns first_name and last_name, and no column name']],
    [['id', 'last'], ['line 1: no columns first_name and last_name, and no column name']],
    [['id', 'name', 'UPN'], ['line 1: two columns mean the same, the second is column 3']],
    [['id', 'name', 'channel: -'], ['line 1: the channel in column 3 has no name']],
    [['id', 'name', 'channel:a b', 'channel:A-B'], ['line 1: the channel in column 4 is there twice']],
  ])('of %j says %j', (headings, problems) => {
    expect(map(headings).problems).toEqual(problems);
  });

  it('keeps the first of two columns that mean the same', () => {
    expect(map(['id', 'name', 'UPN']).fields).toEqual({ id: 0, name: 1 });
  });
});
