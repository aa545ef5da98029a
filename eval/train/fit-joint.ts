import { personRow, type SquareSignals } from '../../src/detectors/attire/dress-signals.ts';
import { unknownSkin } from '../../src/detectors/attire/skin-shares.ts';
import type { LabelledPhoto } from '../attire/labelled-photos.ts';
import { calibrate, calibrationOf } from './calibrate.ts';
import { briefDress } from './dress-notes.ts';
import { teachDress } from './fit-heads.ts';
import { applyLinear, fitLogistic, type LinearModel } from './fit-logistic.ts';
import type { Square } from './gather-squares.ts';

const decay = 0.01;
/** Of the unseen people without swimwear, the share that may be flagged. */
const flaggedShare = 0.008;

/** How much the squares of a group count together; positives and negatives add up to one each. */
const weights: Readonly<Record<string, number>> = {
  'swim person': 0.3,
  'brief person': 0.3,
  'swim dry': 0.25,
  'brief dry': 0.1,
  'swim whole': 0.05,
  'other person': 0.65,
  'other dry': 0.1,
  'other wet': 0.1,
  'other whole': 0.15,
};

/** A square with the signals that heads gave which did not see its photo. */
export interface SeenSquare extends Square {
  readonly signals: SquareSignals;
}

/**
 * Fits the small model that joins a person's signals: the person's square, the whole photo and the skin. It learns from
 * signals of heads that did not see the photo, and so how far to trust them. A photo in which nobody was found counts
 * as one person, and so does each person put in front of another background.
 */
export function fitJoint(squares: readonly SeenSquare[], photos: readonly LabelledPhoto[]): LinearModel {
  const used = squares.filter((square) => teachDress({ ...square, kind: 'person' }, photos[square.photo]!) !== null);
  const wholes = new Map(used.filter((one) => one.kind === 'whole' && one.isOriginal).map((one) => [one.photo, one]));
  const peopled = new Set(used.filter(({ kind }) => kind === 'person').map(({ photo }) => photo));
  const rows = used
    .filter(
      ({ kind, isOriginal, photo }) =>
        kind === 'dry' || kind === 'wet' || (isOriginal && (kind === 'person' || !peopled.has(photo))),
    )
    .map((square) => {
      const { image, swimming } = photos[square.photo]!;
      const side = briefDress.has(image) ? 'brief' : swimming ? 'swim' : 'other';
      const context = square.kind === 'person' ? wholes.get(square.photo)!.signals : square.signals;
      return {
        features: personRow(square.signals, context, square.skin ?? unknownSkin),
        isPositive: side !== 'other',
        group: `${side} ${square.kind}`,
        isReal: square.kind === 'person' || square.kind === 'whole',
      };
    })
    .filter(({ group }) => group in weights);
  const sizes = new Map<string, number>();
  for (const { group } of rows) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const examples = rows.map((row) => ({ ...row, weight: weights[row.group]! / sizes.get(row.group)! }));
  const model = fitLogistic(examples, { decay, steps: 2000 });
  const answers = rows
    .filter(({ isReal }) => isReal)
    .map(({ features, isPositive }) => ({ logOdds: applyLinear(model, features), isPositive }));
  return calibrate(model, calibrationOf(answers, flaggedShare));
}
