import { barenessOf } from '../../src/detectors/attire/dress-signals.ts';
import type { HeadName } from '../../src/detectors/attire/attire-heads.ts';
import type { LabelledPhoto } from '../attire/labelled-photos.ts';
import { calibrate } from './calibrate.ts';
import { HeadFitter, teachDress, teachInWater, teachSwimming, teachWater } from './fit-heads.ts';
import { fitJoint } from './fit-joint.ts';
import type { LinearModel } from './fit-logistic.ts';
import type { Square } from './gather-squares.ts';

/** Of the unseen photos without it, the share on which a head may reach one half. */
const flagged = { swimming: 0.012, water: 0.02 } as const;

/** The heads for pictures of one kind, in colour or in grey, and what was needed on the way. */
export interface HeadSet {
  readonly heads: Readonly<Record<HeadName, LinearModel>>;
  readonly fitter: HeadFitter;
  /** What swimming heads fitted on other photos say about every square. */
  readonly unseenSwimming: readonly number[];
}

/** Fits every head on the squares of a set of photos. The same squares give the same numbers. */
export function fitHeadSet(squares: readonly Square[], photos: readonly LabelledPhoto[]): HeadSet {
  const fitter = new HeadFitter(squares, photos);
  const unseen = {
    swimming: fitter.answerUnseen(teachSwimming),
    dress: fitter.answerUnseen(teachDress),
    water: fitter.answerUnseen(teachWater),
  };
  const swimming = fitter.calibrationOf(teachSwimming, unseen.swimming, flagged.swimming);
  const signals = squares.map(({ classes }, index) => ({
    swimming: swimming.slope * (unseen.swimming[index]! - swimming.threshold),
    dress: unseen.dress[index]!,
    bareness: barenessOf(classes),
  }));
  const heads = {
    swimming: calibrate(fitter.fit(teachSwimming), swimming),
    dress: fitter.fit(teachDress),
    water: calibrate(fitter.fit(teachWater), fitter.calibrationOf(teachWater, unseen.water, flagged.water)),
    inWater: fitter.fit(teachInWater),
    person: fitJoint(
      squares.map((square, index) => ({ ...square, signals: signals[index]! })),
      photos,
    ),
  };
  return { heads, fitter, unseenSwimming: unseen.swimming };
}
