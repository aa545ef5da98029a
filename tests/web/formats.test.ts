import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatsOf } from '../../src/web/strings/formats-of.ts';

const now = '2026-03-02T12:00:00Z';
const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}-09`);

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('dates, times and lists', () => {
  it('read in Welsh, whatever tables the browser ships with', () => {
    const { day, shortDay, moment, ago, duration, list, number, percent } = formatsOf('cy');
    expect(months.map(day)).toEqual([
      ...['9 Ionawr 2026', '9 Chwefror 2026', '9 Mawrth 2026', '9 Ebrill 2026', '9 Mai 2026', '9 Mehefin 2026'],
      ...['9 Gorffennaf 2026', '9 Awst 2026', '9 Medi 2026', '9 Hydref 2026', '9 Tachwedd 2026', '9 Rhagfyr 2026'],
    ]);
    expect([shortDay('2026-07-01'), shortDay('2026-12-31')]).toEqual(['1 Gorff', '31 Rhag']);
    const noon = new Date(2026, 2, 3, 14, 5);
    expect(moment(noon.toISOString())).toBe('3 Mawrth 2026 am 14:05');
    const said = ['2026-03-02T11:58:00Z', '2026-03-02T09:00:00Z', '2026-03-01T12:00:00Z', '2026-02-28T12:00:00Z'].map(
      ago,
    );
    expect(said).toEqual(['2 funud yn ôl', '3 awr yn ôl', 'ddoe', '2 ddiwrnod yn ôl']);
    expect([ago('2026-03-04T12:00:00Z'), ago(now)]).toEqual(['ymhen 2 ddiwrnod', 'nawr']);
    expect([duration(2.5, 'day'), duration(40, 'minute')]).toEqual(['2.5 diwrnod', '40 munud']);
    expect([list(['A']), list(['A', 'B']), list(['A', 'B', 'Instagram'])]).toEqual(['A', 'A a B', 'A, B ac Instagram']);
    expect([number(12_345), percent(0.125)]).toEqual(['12,345', '12.5%']);
  });

  it('read in British English', () => {
    const { day, shortDay, moment, ago, duration, list } = formatsOf('en');
    expect([day('2026-03-03'), shortDay('2026-03-03')]).toEqual(['3 March 2026', '3 Mar']);
    expect(moment(new Date(2026, 2, 3, 14, 5).toISOString())).toBe('3 March 2026 at 14:05');
    expect([ago('2026-03-01T12:00:00Z'), ago('2026-03-02T11:58:00Z')]).toEqual(['yesterday', '2 minutes ago']);
    expect([duration(2.5, 'day'), list(['a', 'b', 'c'])]).toEqual(['2.5 days', 'a, b and c']);
  });
});
