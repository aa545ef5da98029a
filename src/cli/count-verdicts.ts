import type { VerdictName } from '../policy/words/finding.ts';
import { exitCodes, type ExitCode } from './exit-code.ts';

/** How many photos of a run came out how. `failed` counts photos in which a check gave no answer, whatever else. */
export type Counts = { [Name in VerdictName | 'failed']: number };

export const noCounts = (): Counts => ({ clear: 0, review: 0, block: 0, failed: 0 });

/** What a finished run says to the shell: a check without an answer outweighs everything. */
export function exitCodeFor(counts: Counts): ExitCode {
  if (counts.failed > 0) return exitCodes.failed;
  return counts.review + counts.block > 0 ? exitCodes.flagged : exitCodes.clear;
}

/** One line for people: "12 photos: 8 clear, 3 to review, 1 blocked." */
export function sayCounts({ clear, review, block, failed }: Counts): string {
  const total = clear + review + block;
  const photos = total === 1 ? '1 photo' : `${total} photos`;
  const left = failed === 0 ? '' : ` ${failed} could not be checked in full.`;
  return `${photos}: ${clear} clear, ${review} to review, ${block} blocked.${left}`;
}
