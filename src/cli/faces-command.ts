import { stat } from 'node:fs/promises';
import { openScreening } from '../compose.ts';
import { AppError } from '../lib/app-error.ts';
import type { FaceComparison } from '../pipeline/screening.ts';
import { sayMatch } from '../policy/say-match.ts';
import { measuredMatching } from '../policy/words/measured-matching.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import type { Surroundings } from './output.ts';
import { parseArguments } from './parse-arguments.ts';
import { safeForTerminal } from './print-photo.ts';

/** `photoward faces A.jpg B.jpg`: how alike each face of one photo is to each of the other, in figures and words. */
export async function facesCommand(args: readonly string[], { env, output, signal }: Surroundings): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { json: { type: 'boolean' } });
  const [a, b, ...rest] = positionals;
  if (a === undefined || b === undefined || rest.length > 0) {
    throw new AppError('usage', { detail: 'name the two photos whose faces to compare' });
  }
  for (const file of [a, b]) {
    await stat(file).catch((cause: unknown) => {
      throw new AppError('file-not-found', { cause, detail: file });
    });
  }
  const screening = openScreening(env, 1);
  try {
    const compared = await screening.compareFaces(a, b, signal);
    if (values.json === true) output.result(JSON.stringify({ files: [a, b], ...compared }));
    else for (const line of describeComparison(compared, safeForTerminal(a), safeForTerminal(b))) output.result(line);
    return exitCodes.clear;
  } finally {
    await screening.close();
  }
}

/** A line for each pair, and what its words mean. */
function describeComparison({ facesA, facesB, pairs, said }: FaceComparison, nameA: string, nameB: string): string[] {
  if (pairs.length === 0) {
    return [`There are no two faces to compare: ${facesA.length} and ${facesB.length} were found.`];
  }
  const meanings = new Map<string, string>();
  const lines = pairs.map(({ faceA, faceB, score }) => {
    const names = `face ${faceA + 1} of ${nameA}  face ${faceB + 1} of ${nameB}`;
    if (score === null) return `   –  ${'not compared'.padEnd(12)}  ${names}`;
    const { word, meaning } = sayMatch(score, measuredMatching.words, { ageYears: null, scale: undefined, ...said });
    meanings.set(words[word], meaning);
    return `${score.toFixed(2)}  ${words[word].padEnd(12)}  ${names}`;
  });
  return [...lines, '', ...[...meanings].map(([word, meaning]) => `${word}: ${meaning}`)];
}

const words = { likely: 'likely', possible: 'possible', 'not-alike': 'not alike' } as const;
