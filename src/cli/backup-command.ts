import { makeBackupOf } from '../compose-tools.ts';
import { AppError } from '../lib/app-error.ts';
import { countOf } from '../policy/sentence.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import type { Surroundings } from './output.ts';
import { parseArguments } from './parse-arguments.ts';

/** `photoward backup --to FILE`: exit code 0 when all is in it, 1 when stored files were missing or damaged already. */
export async function backupCommand(args: readonly string[], { env, output, signal }: Surroundings): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { to: { type: 'string' }, json: { type: 'boolean' } });
  if (values.to === undefined || positionals.length > 0) {
    throw new AppError('usage', { detail: 'say where to: photoward backup --to FILE' });
  }
  const report = await makeBackupOf(env, values.to, signal);
  if (values.json === true) output.result(JSON.stringify(report));
  else {
    output.result(`The backup was written and read back: ${countOf(report.files, 'file')}, ${report.bytes} bytes.`);
    output.result(`SHA-256: ${report.sha256}`);
    output.result(`End of the audit log in it: ${report.auditHead.seq}:${report.auditHead.hash}`);
  }
  if (report.unreadable.length === 0) return exitCodes.clear;
  output.notice(`Missing or damaged, and not in it: ${countOf(report.unreadable.length, 'stored file')}.`);
  for (const id of report.unreadable) output.notice(`  ${id}`);
  return exitCodes.flagged;
}
