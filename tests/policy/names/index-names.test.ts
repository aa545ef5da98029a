import { describe, expect, it } from 'vitest';
import { indexNames, type NameIndex } from '../../../src/policy/names/index-names.ts';
import { pupilOf } from '../evidence-of.ts';

const index = indexNames([
  pupilOf('anne', 'Anne-Marie', 'van der Berg-Smith', { preferred: 'Annie', others: ['Ann Carr', 'Nan'] }),
  pupilOf('max', 'Max', 'Wiśniewski'),
  pupilOf('ida', 'Ida', 'Petrova'),
  pupilOf('jan', 'Jan', 'Novák'),
  pupilOf('oz', 'J.', 'Ski'),
  pupilOf('ming', '明', '王'),
  pupilOf('zoe', 'Zo&euml;', 'O&#39;Neill'),
]);

const strengths = (of: NameIndex['given'], pupil: number): Record<string, string> =>
  Object.fromEntries([...of].flatMap(([name, holders]) => (holders.has(pupil) ? [[name, holders.get(pupil)!]] : [])));

describe('indexNames', () => {
  it('holds given names whole, in parts, and short', () => {
    expect(strengths(index.given, 0)).toMatchObject({
      ...{ annemarie: 'recorded', anne: 'part', marie: 'part', annie: 'recorded', nan: 'recorded' },
      ...{ anncarr: 'recorded', ann: 'part', carr: 'part' },
    });
    expect(strengths(index.given, 1)['maxwell']).toBe('short');
    expect(strengths(index.given, 4)).toEqual({ j: 'recorded' });
  });

  it('holds last names whole and in parts, but no "van" and no word of two letters', () => {
    expect(strengths(index.last, 0)).toEqual({
      ...{ vanderbergsmith: 'recorded', berg: 'part', smith: 'part', carr: 'recorded' },
    });
  });

  it('holds what brothers and sisters of Slavic families are called', () => {
    expect(strengths(index.last, 1)).toEqual({ wisniewski: 'recorded', wisniewska: 'part' });
    expect(strengths(index.last, 2)).toEqual({ petrova: 'recorded', petrov: 'part' });
    expect(strengths(index.last, 3)).toEqual({ novak: 'recorded' });
    expect(strengths(index.last, 4)).toEqual({ ski: 'recorded' });
    const others = indexNames(
      ['Novotska', 'Kowalcki', 'Lezka', 'Ivanov', 'Solovev', 'Lvov'].map((last) => pupilOf(last, 'A', last)),
    );
    expect([...others.last.keys()].sort()).toEqual(
      'ivanov ivanova kowalcka kowalcki lezka lezki lvov novotska novotski solovev soloveva'.split(' '),
    );
  });

  it('holds whole names run together in either order, never of particles', () => {
    const whole = [...index.whole].flatMap(([key, pupils]) => (pupils.has(0) ? [key] : []));
    expect(whole).toEqual(
      expect.arrayContaining([
        'annesmith',
        'smithmarie',
        'annieberg',
        'annemarievanderbergsmith',
        'anncarr',
        'nansmith',
      ]),
    );
    expect(whole.filter((key) => key.startsWith('van') && !key.startsWith('vanderbergsmith'))).toEqual([]);
    expect([...(index.whole.get('王明') ?? [])]).toEqual([5]);
    expect(index.whole.has('jski')).toBe(false);
    expect([...(index.whole.get('zoeoneill') ?? [])]).toEqual([6]);
  });

  it('holds user names of one letter and a last name', () => {
    expect(
      ['asmith', 'smitha', 'aberg', 'nsmith', 'ida', 'ipetrova'].map((key) => [...(index.initialled.get(key) ?? [])]),
    ).toEqual([[0], [0], [0], [0], [], [2]]);
  });

  it('holds first letters of all names', () => {
    expect(index.initials[0]).toEqual({ given: 'aaan', last: 'vvdbs' });
    expect(index.initials[6]).toEqual({ given: 'z', last: 'oo' });
  });

  it('keeps the strongest where a name is several things', () => {
    const twice = indexNames([
      pupilOf('alex', 'Alexander', 'Jones', { preferred: 'Alex' }),
      pupilOf('al', 'Al', 'Jones', { others: ['Alexander-Al'] }),
    ]);
    expect(twice.given.get('alex')?.get(0)).toBe('recorded');
    expect(twice.given.get('al')?.get(1)).toBe('recorded');
    expect(twice.given.get('alexander')?.get(1)).toBe('part');
  });
});
