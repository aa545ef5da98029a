import { erasePupilOf } from '../compose-tools.ts';
import { AppError } from '../lib/app-error.ts';
import { countOf } from '../policy/sentence.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import type { Surroundings } from './output.ts';
import { parseArguments } from './parse-arguments.ts';

/** `photoward erase --pupil NUMBER --for-good`: everything about one pupil, with its proof. */
export async function eraseCommand(args: readonly string[], { env, output }: Surroundings): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, {
    pupil: { type: 'string' },
    'for-good': { type: 'boolean' },
    json: { type: 'boolean' },
  });
  if (values.pupil === undefined || values['for-good'] !== true || positionals.length > 0) {
    throw new AppError('usage', { detail: 'say photoward erase --pupil SCHOOL_NUMBER --for-good' });
  }
  const proof = await erasePupilOf(env, values.pupil);
  if (values.json === true) output.result(JSON.stringify(proof));
  else {
    output.result(
      `Erased, with ${countOf(proof.files.length, 'file')}. ${proof.placesSearched} columns searched: no trace is left.`,
    );
    for (const { place, count } of proof.mentions)
      output.result(`The name still stands in ${place}: ${count}. Look there.`);
    for (const photo of proof.photos) output.result(`This photo was about the pupil; look at it: ${photo}`);
  }
  return exitCodes.clear;
}
