import { describe, expect, it } from 'vitest';
import { readRegions } from '../../../src/policy/names/read-regions.ts';
import type { TextRegion } from '../../../src/policy/words/evidence.ts';
import { entryOf, factsOf, pupilOf } from '../evidence-of.ts';

const rhys = pupilOf('rhys', 'Rhys', 'Evans');
const ella = pupilOf('ella', 'Ella', 'Hughes');
const facts = factsOf({ register: [entryOf(rhys)], roll: [ella] });
const readable = facts.policy.text.readable;

/** A text in a box of so many pixels. */
function at(text: string, [x, y, width, height]: readonly [number, number, number, number], score = 0.9): TextRegion {
  const [right, bottom] = [x + width, y + height];
  return {
    text,
    quad: [
      { x, y },
      { x: right, y },
      { x: right, y: bottom },
      { x, y: bottom },
    ],
    score,
    kind: 'other',
  };
}

/** Names as 'full 0 rhys', with '?' where they were read badly. */
const read = (...regions: readonly TextRegion[]): string[] =>
  readRegions(regions, facts).map(
    ({ form, region, barred, others, isReadable }) =>
      `${form} ${region} ${[...barred, ...others].map(({ id }) => id).join('+')}${isReadable ? '' : '?'}`,
  );

describe('readRegions', () => {
  const first = at('Rhys', [100, 100, 100, 20]);
  const alone = 'first 0 rhys';
  const both = 'full 0 rhys';
  const lone = 'last 1 rhys';

  it.each<[string, readonly [number, number, number, number], boolean]>([
    ['right below', [100, 122, 100, 20], true],
    ['as far below as the next line is', [100, 143, 100, 20], true],
    ['farther below', [100, 144, 100, 20], false],
    ['over its lower half', [100, 109, 100, 20], true],
    ['over more of it, at its height', [100, 108, 100, 20], false],
    ['below and aside, with a third under it', [169, 122, 100, 20], true],
    ['below and farther aside', [171, 122, 100, 20], false],
    ['below, three times as high', [100, 122, 100, 60], true],
    ['below, even higher', [100, 122, 100, 61], false],
    ['below, narrow and a third under it', [191, 122, 30, 20], false],
    ['below, narrow and more under it', [190, 122, 30, 20], true],
    ['beside', [205, 100, 100, 20], true],
    ['as far beside as a wide blank is', [229, 100, 100, 20], true],
    ['farther beside', [230, 100, 100, 20], false],
    ['beside, over its end', [181, 100, 100, 20], true],
    ['beside, over more of it', [180, 100, 100, 20], false],
    ['beside, half a line lower', [205, 109, 100, 20], true],
    ['beside, lower than that', [205, 110, 100, 20], false],
    ['beside, half a line higher', [205, 91, 100, 20], true],
    ['beside, higher than that', [205, 90, 100, 20], false],
  ])('reads two regions as one where the second is %s: %o', (_, box, isOne) => {
    const found = read(first, at('Evans', box));
    expect(found.filter((name) => name.startsWith('full'))).toEqual(isOne ? [both] : []);
    expect(found).toEqual(expect.arrayContaining([alone, lone]));
  });

  it('reads the last name first, too, and an initial', () => {
    expect(read(at('EVANS', [100, 100, 100, 20]), at('RHYS', [100, 122, 100, 20]))).toContain('full 0 rhys');
    expect(read(at('R.', [100, 100, 20, 20]), at('Evans', [130, 100, 100, 20]))).toContain('initial 0 rhys');
    expect(read(at('Ella', [100, 100, 100, 20]), at('Evans', [100, 122, 100, 20]))).toEqual([
      'first 0 ella',
      'last 1 rhys',
    ]);
  });

  it('begins with the upper one, in whatever order they were read', () => {
    expect(read(first, at('Evans', [100, 78, 100, 20]))).toContain('full 1 rhys');
  });

  it('says once whom a region names by itself', () => {
    expect(read(at('Rhys Evans', [100, 100, 100, 20]), at('Rhys', [100, 122, 100, 20]))).toEqual([
      'full 0 rhys',
      'first 1 rhys',
    ]);
    expect(read(at('Rhys', [100, 100, 100, 20]), at('Rhys Evans', [100, 122, 100, 20]))).toEqual([
      'first 0 rhys',
      'full 1 rhys',
    ]);
  });

  it('takes of what was read badly only a whole name', () => {
    expect(read(at('Rhys Evans', [0, 0, 100, 20], readable))).toEqual(['full 0 rhys']);
    expect(read(at('Rhys Evans', [0, 0, 100, 20], readable - 0.01))).toEqual(['full 0 rhys?']);
    expect(read(at('Rhys', [0, 0, 100, 20], readable))).toEqual(['first 0 rhys']);
    expect(read(at('Rhys', [0, 0, 100, 20], readable - 0.01))).toEqual([]);
    expect(read(at('rhys hughes', [0, 0, 100, 20], 0.1))).toEqual([]);
  });

  it('takes of two regions the worse', () => {
    const [good, bad] = [readable, readable - 0.01];
    const pair = (a: number, b: number): string[] =>
      read(at('Rhys', [100, 100, 100, 20], a), at('Evans', [100, 122, 100, 20], b)).filter((one) =>
        one.startsWith('full'),
      );
    expect([pair(good, good), pair(good, bad), pair(bad, good)]).toEqual([[both], [`${both}?`], [`${both}?`]]);
  });
});
