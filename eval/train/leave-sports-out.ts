import type { LabelledPhoto } from '../attire/labelled-photos.ts';
import { folds, teachSwimming, type HeadFitter } from './fit-heads.ts';
import type { Square } from './gather-squares.ts';

/** The recall at which false flags are compared. */
const recall = 0.97;

export interface LeftOutReport {
  /** Photos of other sports, as they are. */
  readonly photos: number;
  /** Flagged when other photos of the same sport were fitted on, and when none was. */
  readonly flaggedKnownSports: number;
  readonly flaggedUnknownSports: number;
  /** Names of the sports flagged when unknown, once for each photo. */
  readonly unknownSports: readonly string[];
}

/**
 * How the swimming head does on sports it never saw: each third of the other sports is left out in turn, against each
 * third of the photos. Both at the threshold that finds 97 in a hundred unseen swimming and water polo photos.
 */
export function leaveSportsOut(
  fitter: HeadFitter,
  squares: readonly Square[],
  photos: readonly LabelledPhoto[],
  unseen: readonly number[],
): LeftOutReport {
  const sports = [...new Set(photos.map(({ activity }) => activity))];
  const withoutSport = fitter.answerUnseen(teachSwimming, (photo) => {
    const { swimming, activity } = photos[photo]!;
    return swimming ? null : sports.indexOf(activity) % folds;
  });
  const originals = squares
    .map((square, index) => ({ square, index, lesson: teachSwimming(square, photos[square.photo]!) }))
    .filter(({ square, lesson }) => square.isOriginal && lesson !== null);
  const swimming = originals.filter(({ lesson }) => lesson!.isPositive).map(({ index }) => unseen[index]!);
  const threshold = swimming.sort((a, b) => a - b)[Math.floor(swimming.length * (1 - recall))]!;
  const others = originals.filter(({ lesson }) => !lesson!.isPositive);
  const flagged = others.filter(({ index }) => withoutSport[index]! >= threshold);
  return {
    photos: others.length,
    flaggedKnownSports: others.filter(({ index }) => unseen[index]! >= threshold).length,
    flaggedUnknownSports: flagged.length,
    unknownSports: flagged.map(({ square }) => photos[square.photo]!.activity).sort(),
  };
}
