import { describe, expect, it } from 'vitest';
import { decodeCtc } from '../../../src/detectors/text/decode-ctc.ts';
import { readAlphabet, type Alphabet } from '../../../src/detectors/text/read-alphabet.ts';
import { AppError } from '../../../src/lib/app-error.ts';

const alphabet: Alphabet = { characters: ['', 'A', '中', 'n', ' '], latin: [1, 3, 4] };

/** One row of probabilities a step: the given class has the given one. */
function steps(...rows: readonly (readonly [number, number])[]): Float32Array {
  const values = new Float32Array(rows.length * alphabet.characters.length);
  rows.forEach(([one, probability], step) => {
    values[step * alphabet.characters.length + one] = probability;
  });
  return values;
}

describe('decodeCtc', () => {
  it('joins repeats, keeps doubles that a blank parts, and averages the scores', () => {
    const { text, score } = decodeCtc(steps([1, 0.5], [1, 0.9], [3, 1], [0, 1], [3, 0.5]), 5, alphabet);
    expect(text).toBe('Ann');
    expect(score).toBeCloseTo((0.5 + 1 + 0.5) / 3, 6);
  });

  it('reads a space where the blank is likelier but the space is not unlikely', () => {
    const values = steps([1, 1], [0, 0.9], [1, 1], [0, 0.99], [3, 1]);
    values[alphabet.characters.length + 4] = 0.1;
    expect(decodeCtc(values, 5, alphabet).text).toBe('A An');
  });

  it('does not read other scripts', () => {
    const values = steps([2, 0.7]);
    values[1] = 0.2;
    const { text, score } = decodeCtc(values, 1, alphabet);
    expect(text).toBe('A');
    expect(score).toBeCloseTo(0.2, 6);
  });

  it('reads nothing from blanks', () => {
    expect(decodeCtc(steps([0, 1], [0, 1]), 2, alphabet)).toEqual({ text: '', score: 0 });
  });
});

describe('readAlphabet', () => {
  it('has the classes of the net, with letters, digits, accents and the space among the Latin ones', async () => {
    const { characters, latin } = await readAlphabet();
    expect(characters).toHaveLength(6625);
    const kept = latin.map((one) => characters[one]).join('');
    for (const character of "ABCXYZabcxyz0189éü'-@. ") expect(kept).toContain(character);
    expect(latin).not.toContain(0);
    expect(latin.length).toBeLessThan(200);
  });

  it('names the file that is missing', async () => {
    const failure = await readAlphabet('/nonexistent').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AppError);
    expect((failure as AppError).detail).toBe('ocr_keys.txt');
  });
});
