import { verifyAuditLog } from '../compose-tools.ts';
import { AppError } from '../lib/app-error.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';
import type { Surroundings } from './output.ts';
import { parseArguments } from './parse-arguments.ts';

const reasons = {
  gap: 'an event is missing',
  changed: 'the event was changed',
  unlinked: 'the event does not follow the one before it',
  'cut-short': 'the event that was noted is not there: the end was cut off',
} as const;

/** `photoward audit verify`: exit code 0 when the log is whole, 1 when it is broken, 2 when it could not be read. */
export async function auditCommand(args: readonly string[], { env, output }: Surroundings): Promise<ExitCode> {
  const { values, positionals } = parseArguments(args, { noted: { type: 'string' }, json: { type: 'boolean' } });
  if (positionals.join(' ') !== 'verify') throw new AppError('usage', { detail: 'say photoward audit verify' });
  const result = await verifyAuditLog(env, values.noted === undefined ? undefined : parseHead(values.noted));
  if (values.json === true) output.result(JSON.stringify(result));
  else if (result.whole) {
    output.result(`The audit log is whole. Its end, to be noted elsewhere: ${result.head.seq}:${result.head.hash}`);
  } else output.result(`The audit log is broken at event ${result.seq}: ${reasons[result.why]}.`);
  return result.whole ? exitCodes.clear : exitCodes.flagged;
}

function parseHead(text: string): { readonly seq: number; readonly hash: string } {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined) {
    throw new AppError('usage', { detail: '--noted takes an end as audit verify printed it, like 12:4f…' });
  }
  return { seq: Number(seq), hash };
}
