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
 * Greedy CTC decoding of `steps` rows of class probabilities: the best class of each step among the Latin ones and the
 * blank, repeats joined, blanks dropped.
 */
export function decodeCtc(probabilities: Float32Array, steps: number, alphabet: Alphabet): Reading {
  const classCount = alphabet.characters.length;
  let [text, sum, count, last] = ['', 0, 0, 0];
  for (let step = 0; step < steps; step += 1) {
    const best = bestOf(probabilities, step * classCount, alphabet.latin);
    if (best !== 0 && best !== last) {
      text += alphabet.characters[best]!;
      sum += probabilities[step * classCount + best]!;
      count += 1;
    }
    last = best;
  }
  return { text: text.trim(), score: count === 0 ? 0 : sum / count };
}
