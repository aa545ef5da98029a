import type { GroupErrors, MatchMeasurement } from './words/match-measurement.ts';
import { sayShare } from './say-share.ts';
import { measuredMatching } from './words/measured-matching.ts';

/**
 * What a matching pack changes for children of 4 to 17 in a register, in sentences: photos of their own that are not even
 * "possible", and strangers who are, with it and without it. Pure.
 */
export function sayGain(measured: Pick<MatchMeasurement, 'errors'>): string {
  const [withIt, without] = [inRegister(measured), inRegister(measuredMatching)];
  if (withIt === undefined || without === undefined) return 'How often it is wrong with children was not measured.';
  const errors =
    `Of a pupil’s own photos ${sayShare(withIt.missed.share, 100)} are missed with it and ${sayShare(without.missed.share, 100)} without it, ` +
    `and ${sayShare(withIt.strangers.share, 1000)} and ${sayShare(without.strangers.share, 1000)} comparisons with somebody else are called possible.`;
  const isWorse = withIt.missed.share > without.missed.share;
  return isWorse ? `${errors} It misses more: photoward models use shipped goes back.` : errors;
}

function inRegister({ errors }: Pick<MatchMeasurement, 'errors'>): GroupErrors['possible'] | undefined {
  return errors.find(({ group, scale }) => group === 'pupils' && scale === 'register')?.possible;
}
