import { describe, expect, it } from 'vitest';
import { addDays, beginningOf, dayIn } from '../../src/lib/school-day.ts';

const london = 'Europe/London';

describe('the day at the school', () => {
  it.each([
    ['2026-01-10T23:59:59.999Z', '2026-01-10'],
    ['2026-07-01T22:59:59.999Z', '2026-07-01'],
    ['2026-07-01T23:00:00.000Z', '2026-07-02'],
    // The clocks go forward on 29 March at 01:00 and back on 25 October at 01:00, both UTC.
    ['2026-03-28T23:59:59.999Z', '2026-03-28'],
    ['2026-03-29T00:00:00.000Z', '2026-03-29'],
    ['2026-03-29T22:59:59.999Z', '2026-03-29'],
    ['2026-03-29T23:00:00.000Z', '2026-03-30'],
    ['2026-10-24T23:00:00.000Z', '2026-10-25'],
    ['2026-10-25T23:59:59.999Z', '2026-10-25'],
    ['2026-10-26T00:00:00.000Z', '2026-10-26'],
    ['2026-12-31T23:30:00.000Z', '2026-12-31'],
  ])('in London %s is on %s', (moment, day) => {
    expect(dayIn(london, new Date(moment))).toBe(day);
  });

  it.each([
    [london, '2026-01-10', '2026-01-10T00:00:00.000Z'],
    [london, '2026-07-02', '2026-07-01T23:00:00.000Z'],
    [london, '2026-03-29', '2026-03-29T00:00:00.000Z'],
    [london, '2026-03-30', '2026-03-29T23:00:00.000Z'],
    [london, '2026-10-25', '2026-10-24T23:00:00.000Z'],
    [london, '2026-10-26', '2026-10-26T00:00:00.000Z'],
    // Far from Greenwich on both sides, and a day that begins at one o'clock because midnight is skipped.
    ['Pacific/Kiritimati', '2026-07-02', '2026-07-01T10:00:00.000Z'],
    ['Pacific/Pago_Pago', '2026-07-02', '2026-07-02T11:00:00.000Z'],
    ['Africa/Cairo', '2024-04-26', '2024-04-25T22:00:00.000Z'],
  ])('in %s the day %s begins at %s', (zone, day, moment) => {
    expect(beginningOf(zone, day).toISOString()).toBe(moment);
    expect(dayIn(zone, beginningOf(zone, day))).toBe(day);
    expect(dayIn(zone, new Date(beginningOf(zone, day).getTime() - 1))).toBe(addDays(day, -1));
  });

  it('begins every day of two years where the day before ends', () => {
    for (let day = '2026-01-01'; day < '2028-01-01'; day = addDays(day, 1)) {
      const hours = (beginningOf(london, addDays(day, 1)).getTime() - beginningOf(london, day).getTime()) / 3_600_000;
      const expected = { '2026-03-29': 23, '2026-10-25': 25, '2027-03-28': 23, '2027-10-31': 25 }[day] ?? 24;
      expect([day, hours]).toEqual([day, expected]);
    }
  });

  it('counts days by the calendar', () => {
    expect([addDays('2026-03-28', 2), addDays('2028-03-01', -1), addDays('2026-12-31', 1)]).toEqual([
      '2026-03-30',
      '2028-02-29',
      '2027-01-01',
    ]);
    expect([addDays('9999-12-30', 1), addDays('9999-12-31', 1)]).toEqual(['9999-12-31', '9999-12-31']);
  });
});
