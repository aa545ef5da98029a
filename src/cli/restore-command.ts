import { restoreBackupTo } from '../compose-tools.ts';
import { AppError } from '../lib/app-error.ts';
import { countOf } from '../policy/sentence.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import type { Surroundings } from './output.ts';
import { parseArguments } from './parse-arguments.ts';

/** `photoward restore --from FILE --to FOLDER`: a new data folder, or nothing at all. */
export async function restoreCommand(args: readonly string[], { env, output }: Surroundings): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { from: { type: 'string' }, to: { type: 'string' } });
  if (values.from === undefined || values.to === undefined || positionals.length > 0) {
    throw new AppError('usage', { detail: 'say photoward restore --from FILE --to FOLDER' });
  }
  const { head, end } = await restoreBackupTo(env, values.from, values.to);
  output.result(`Restored ${countOf(end.files, 'file')} as they were at ${head.madeAt}.`);
  output.result(
    'Nobody can sign in until an administrator has let them in, under “People”; the first one comes in with a',
  );
  output.result(
    'link: photoward let-in --email ADDRESS. Invitations must be sent anew. What was done since is not in it:',
  );
  output.result('  pupils who were erased are back: erase them once more;');
  output.result(
    '  accounts that were closed or changed are as they were: close or change them before letting people in;',
  );
  output.result('  permissions that were withdrawn, restrictions and leavers: record them again;');
  output.result('  what was published is not in the ledger: look at every channel.');
  output.result('Nothing can be released until the office has confirmed the pupil list.');
  return exitCodes.clear;
}
