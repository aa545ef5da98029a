import type { Alphabet } from './read-alphabet.ts';

/** What a line of text says. */
export interface Reading {
  readonly text: string;
  /** Mean probability of the characters, 0 to 1; 0 for an empty text. */
  readonly score: number;
}

function bestOf(probabilities: Float32Array, from: number, classes: readonly number[]): number {
  let best = 0;
  for (const one of classes) {
    if (probabilities[from + one]! > probabilities[from + best]!) best = one;
  }
  return best;
}

/**
 * The net is shy of spaces: between the words of a name it gives the blank more, and the space a little. Inside words
 * the space stays below 0.01.
 */
const leastSpace = 0.03;

/**
 * Greedy CTC decoding of `steps` rows of class probabilities: the best class of each step among the Latin ones and the
 * blank, repeats joined, blanks dropped. A space is read where it is likely enough, not only where it is likeliest.
 */
export function decodeCtc(probabilities: Float32Array, steps: number, alphabet: Alphabet): Reading {
  const classCount = alphabet.characters.length;
  const space = alphabet.characters.lastIndexOf(' ');
  let [text, sum, count, last, gap] = ['', 0, 0, 0, 0];
  for (let step = 0; step < steps; step += 1) {
    const from = step * classCount;
    const best = bestOf(probabilities, from, alphabet.latin);
    if (best === 0 || best === space) gap = Math.max(gap, probabilities[from + space] ?? 0);
    else if (best !== last) {
      text += (gap > leastSpace && count > 0 ? ' ' : '') + alphabet.characters[best]!;
      sum += probabilities[from + best]!;
      count += 1;
      gap = 0;
    }
    last = best;
  }
  return { text, score: count === 0 ? 0 : sum / count };
}
