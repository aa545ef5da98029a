import type { LabelledPhoto } from '../attire/labelled-photos.ts';
import { calibrationOf, type Answer, type Calibration } from './calibrate.ts';
import { briefDress, maybeWaterSports, unclearDress, waterSports } from './dress-notes.ts';
import { applyLinear, fitLogistic, type LinearModel } from './fit-logistic.ts';
import type { Square } from './gather-squares.ts';
import { truePlaceOf } from './true-place-of.ts';

const decay = 0.3;
export const folds = 3;
/** Which way a square teaches; `group` shares one weight among its members. `null` leaves it out. */
type Lesson = { readonly isPositive: boolean; readonly group: string } | null;
export type Teach = (square: Square, photo: LabelledPhoto) => Lesson;

/** How much each group of squares counts together; positives and negatives add up to one each. */
const groupWeights: Readonly<Record<string, number>> = {
  'swim person': 0.15,
  'swim dry': 0.3,
  'swim wet': 0.05,
  'brief person': 0.22,
  'brief dry': 0.22,
  'brief wet': 0.02,
  'brief whole': 0.04,
  'other person': 0.5,
  'other dry': 0.15,
  'other wet': 0.2,
  'other whole': 0.15,
  poolside: 0.35,
  'on water': 0.25,
  'on land': 0.4,
  nobody: 0.4,
};

/** Swimming as seen in whole photos: what the set's labels say, and never where there is nobody. */
export const teachSwimming: Teach = (square, photo) => {
  if (square.kind === 'nobody') return { isPositive: false, group: 'nobody' };
  if (square.kind !== 'whole' || photo.isLeftOut || unclearDress.has(photo.image)) return null;
  if (photo.swimming) return { isPositive: true, group: 'swim' };
  return briefDress.has(photo.image) ? null : { isPositive: false, group: 'other' };
};

/** Swimwear or dress as brief, as seen on people wherever they are. */
export const teachDress: Teach = (square, photo) => {
  if (unclearDress.has(photo.image)) return null;
  const isBrief = briefDress.has(photo.image);
  if (photo.isLeftOut && !isBrief) return null;
  const kind = isBrief ? 'brief' : photo.swimming ? 'swim' : 'other';
  const group = `${kind} ${square.kind}`;
  return group in groupWeights ? { isPositive: kind !== 'other', group } : null;
};

/** A pool, a beach or open water. */
export const teachWater: Teach = (square, { activity }) => {
  if (square.kind !== 'whole' || maybeWaterSports.has(activity)) return null;
  const isPositive = waterSports.has(activity);
  return { isPositive, group: isPositive ? 'water' : 'land' };
};

/** In the water, as seen on people; those beside and above it count more than those far from any. */
export const teachInWater: Teach = ({ kind }, photo) => {
  const group = kind === 'person' ? truePlaceOf(photo) : null;
  return group === null ? null : { isPositive: group === 'in water', group };
};

export class HeadFitter {
  readonly #squares: readonly Square[];
  readonly #photos: readonly LabelledPhoto[];

  constructor(squares: readonly Square[], photos: readonly LabelledPhoto[]) {
    this.#squares = squares;
    this.#photos = photos;
  }

  /** A head fitted on the squares of the photos that pass. */
  fit(teach: Teach, isUsed: (photo: number) => boolean = () => true): LinearModel {
    const lessons = this.#squares.flatMap((square) => {
      const lesson = isUsed(square.photo) ? teach(square, this.#photos[square.photo]!) : null;
      return lesson === null ? [] : [{ ...lesson, features: square.features }];
    });
    const sizes = new Map<string, number>();
    for (const { group } of lessons) sizes.set(group, (sizes.get(group) ?? 0) + 1);
    const examples = lessons.map((lesson) => ({
      ...lesson,
      weight: (groupWeights[lesson.group] ?? 1) / sizes.get(lesson.group)!,
    }));
    return fitLogistic(examples, { decay });
  }

  /**
   * What heads fitted on other photos say about every square, in order. `foldOf` gives each photo one of `folds`
   * numbers, or null for a photo that is always fitted on and not asked about.
   */
  answerUnseen(teach: Teach, foldOf: (photo: number) => number | null = (photo) => photo % folds): number[] {
    const answers = new Array<number>(this.#squares.length).fill(0);
    for (let fold = 0; fold < folds; fold++) {
      const head = this.fit(teach, (photo) => foldOf(photo) !== fold);
      this.#squares.forEach(({ photo, features }, index) => {
        if (foldOf(photo) === fold) answers[index] = applyLinear(head, features);
      });
    }
    return answers;
  }

  /** Puts one half where the given share of unseen photos (as they are) without it is flagged. */
  calibrationOf(teach: Teach, unseen: readonly number[], flaggedShare: number): Calibration {
    const answers = this.#squares.flatMap((square, index): Answer[] => {
      const lesson = square.isOriginal ? teach(square, this.#photos[square.photo]!) : null;
      return lesson === null ? [] : [{ logOdds: unseen[index]!, isPositive: lesson.isPositive }];
    });
    return calibrationOf(answers, flaggedShare);
  }
}
