import { describe, expect, it } from 'vitest';
import { nameInAddress } from '../../../src/policy/names/name-in-address.ts';
import { entryOf, factsOf, pupilOf } from '../evidence-of.ts';

const ada = pupilOf('ada', 'Ada', 'Ferrari');
const rose = pupilOf('rose', 'Rose', 'May');
const sian = pupilOf('sian', 'Siân', 'O’Brien');
const site = 'https://ada-ferrari.oakfield.example';

describe('nameInAddress', () => {
  const facts = factsOf({ register: [entryOf(ada)], roll: [rose, sian] });

  it.each([
    ['/news/ada-ferrari-wins-gold', 'ada ferrari'],
    ['/news/2026/Ada_Ferrari.html', 'Ada Ferrari'],
    ['/gallery?title=Rose+May&page=2', 'Rose May'],
    ['/photos#si%C3%A2n-o%27brien', "siân o'brien"],
  ])('%s names somebody', (path, part) => {
    expect(nameInAddress(site + path, facts)).toBe(part);
  });

  it.each(['', '/', '/news/sports-day', '/may/rose-garden', '/p/adafer'])(
    '%s names nobody, whatever the site is called',
    (path) => {
      expect(nameInAddress(site + path, facts)).toBeUndefined();
    },
  );

  it('says the same of those who may not appear and of others', () => {
    const barred = factsOf({ register: [entryOf(ada)], roll: [ada] });
    const free = factsOf({ roll: [ada] });
    for (const path of ['/ada-ferrari', '/adaferrari', '/ada', '/sports-day']) {
      expect(nameInAddress(site + path, barred)).toBe(nameInAddress(site + path, free));
    }
  });
});
