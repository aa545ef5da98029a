import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { modelsFolder } from '../../inference/manifest.ts';
import { AppError } from '../../lib/app-error.ts';

/** Which class of the recognition net stands for which character. Class 0 is the blank of CTC. */
export interface Alphabet {
  /** By class; the blank is an empty text. */
  readonly characters: readonly string[];
  /** The classes worth reading here: Latin letters with their accents, digits, punctuation. Not the blank. */
  readonly latin: readonly number[];
}

const latin = /^[\u0020-\u007e\u00a3\u00c0-\u024f\u1e00-\u1eff\u2018-\u201d\u2022]$/u;

/**
 * The recognition net's dictionary: one character a line, behind the blank, and a space behind the last.
 * Throws `model-missing` when the file is not there.
 */
export async function readAlphabet(folder: string = modelsFolder): Promise<Alphabet> {
  const file = 'ocr_keys.txt';
  const text = await readFile(path.join(folder, file), 'utf8').catch((cause: unknown) => {
    throw new AppError('model-missing', { cause, detail: file });
  });
  const characters = ['', ...text.replace(/\r?\n$/, '').split(/\r?\n/), ' '];
  const classes = characters.flatMap((character, index) => (latin.test(character) ? [index] : []));
  return { characters, latin: classes };
}
