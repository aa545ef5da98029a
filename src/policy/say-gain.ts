import type { GroupErrors } from './words/match-measurement.ts';
import { sayShare } from './say-share.ts';

/** What was measured of a pack beside the shipped nets, and of the shipped nets alone, on the same photos. */
interface BothErrors {
  readonly errors: readonly GroupErrors[];
  readonly shippedErrors: readonly GroupErrors[];
}

/**
 * What a matching pack changes for children of 4 to 17 in a register, in sentences: photos of their own that are not even
 * "possible", and strangers who are, with it and without it. Pure.
 */
export function sayGain({ errors: measured, shippedErrors }: BothErrors): string {
  const [withIt, without] = [inRegister(measured), inRegister(shippedErrors)];
  if (withIt === undefined || without === undefined) return 'How often it is wrong with children was not measured.';
  const errors =
    `Of a pupil’s own photos ${sayShare(withIt.missed.share, 100)} are missed with it and ${sayShare(without.missed.share, 100)} without it, ` +
    `and ${sayShare(withIt.strangers.share, 1000)} and ${sayShare(without.strangers.share, 1000)} comparisons with somebody else are called possible.`;
  const isWorse = withIt.missed.share > without.missed.share;
  return isWorse ? `${errors} It misses more: photoward models use shipped matching goes back.` : errors;
}

function inRegister(errors: readonly GroupErrors[]): GroupErrors['possible'] | undefined {
  return errors.find(({ group, scale }) => group === 'pupils' && scale === 'register')?.possible;
}
