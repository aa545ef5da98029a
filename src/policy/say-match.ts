import type { GroupErrors, MatchScale, WordErrors } from './words/match-measurement.ts';
import { sayShare } from './say-share.ts';
import { measuredMatching } from './words/measured-matching.ts';
import type { SchoolPolicy } from './words/school-policy.ts';

export type MatchWord = 'likely' | 'possible' | 'not-alike';

/** What the comparison was. */
export interface MatchSetting {
  /** The pupil's age today, if known. */
  readonly ageYears: number | null;
  /** The measured scale that the matcher says it used. */
  readonly scale: MatchScale | undefined;
  /** What was measured of the nets that compared; without it those of the shipped nets. */
  readonly errors?: readonly GroupErrors[] | undefined;
}

/**
 * The word for a match score and a sentence with the errors that were measured for it: with strangers, and with other
 * photos of the pupil. They hold for the usual limits; a school with limits of its own is told so. Pure.
 */
export function sayMatch(
  score: number,
  limits: Pick<SchoolPolicy['match'], 'likely' | 'possible'>,
  { ageYears, scale, errors: measured = measuredMatching.errors }: MatchSetting,
): { readonly word: MatchWord; readonly meaning: string } {
  const word = score >= limits.likely ? 'likely' : score >= limits.possible ? 'possible' : 'not-alike';
  const { likely, possible } = measuredMatching.words;
  if (limits.likely !== likely || limits.possible !== possible) {
    return { word, meaning: 'The school has set its own limits; how often they are wrong was not measured.' };
  }
  const group = groupAt(ageYears);
  const errors = measured.find((one) => one.group === group && one.scale === scale);
  return {
    word,
    meaning: errors === undefined ? 'How often this is wrong is not known.' : meaningOf(word, errors),
  };
}

function groupAt(ageYears: number | null): GroupErrors['group'] {
  if (ageYears === null) return 'pupils';
  if (ageYears < 4) return 'under-4';
  return ageYears < 18 ? 'pupils' : 'adults';
}

function meaningOf(word: MatchWord, errors: GroupErrors): string {
  if (word === 'not-alike') {
    return `${sayShare(errors.possible.missed.share, 100)} of a pupil’s own photos look no more alike than this.`;
  }
  const { strangers, missed }: WordErrors = errors[word];
  return (
    `${sayShare(strangers.share, 1000)} comparisons with somebody else come this far, ` +
    `and ${sayShare(missed.share, 100)} of the pupil’s own photos do not.`
  );
}
