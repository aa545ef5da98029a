import { stat } from 'node:fs/promises';
import { openScreening } from '../compose.ts';
import { AppError } from '../lib/app-error.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import type { Surroundings } from './output.ts';
import { parseArguments } from './parse-arguments.ts';
import { safeForTerminal } from './print-photo.ts';

/** `photoward faces A.jpg B.jpg`: how alike each face of one photo is to each of the other. */
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
    const { pairs, ...faces } = await screening.compareFaces(a, b, signal);
    if (values.json === true) output.result(JSON.stringify({ files: [a, b], ...faces, pairs }));
    else {
      const [nameA, nameB] = [a, b].map(safeForTerminal) as [string, string];
      for (const { faceA, faceB, score } of pairs) {
        const right = `face ${faceB + 1} of ${nameB}`;
        output.result(`${score === null ? '   –' : score.toFixed(2)}  face ${faceA + 1} of ${nameA}  ${right}`);
      }
      const counts = [faces.facesA, faces.facesB].map((list) => list.length).join(' and ');
      if (pairs.length === 0) output.result(`There are no two faces to compare: ${counts} were found.`);
    }
    return exitCodes.clear;
  } finally {
    await screening.close();
  }
}
