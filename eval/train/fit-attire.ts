import { createHash } from 'node:crypto';
import { barenessOf } from '../../src/detectors/attire/dress-signals.ts';
import type { LabelledPhoto } from '../attire/labelled-photos.ts';
import { calibrate } from './calibrate.ts';
import { HeadFitter, teachDress, teachInWater, teachSwimming, teachWater } from './fit-heads.ts';
import { fitJoint } from './fit-joint.ts';
import type { LinearModel } from './fit-logistic.ts';
import type { Square } from './gather-squares.ts';
import { leaveSportsOut } from './leave-sports-out.ts';

/** Of the unseen photos without it, the share on which a head may reach one half. */
const flagged = { swimming: 0.012, water: 0.02 } as const;

const toJson = ({ weights, bias }: LinearModel): { weights: string; bias: number } => ({
  weights: Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength).toString('base64'),
  bias,
});

/**
 * The heads of the attire detector, with their model card and the checksum of their numbers, as the text of their file.
 * The same squares give the same text.
 */
export function fitAttire(
  { embedder, squares }: { readonly embedder: string; readonly squares: readonly Square[] },
  photos: readonly LabelledPhoto[],
): string {
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
  const person = fitJoint(
    squares.map((square, index) => ({ ...square, signals: signals[index]! })),
    photos,
  );
  const heads = {
    swimming: toJson(calibrate(fitter.fit(teachSwimming), swimming)),
    dress: toJson(fitter.fit(teachDress)),
    water: toJson(calibrate(fitter.fit(teachWater), fitter.calibrationOf(teachWater, unseen.water, flagged.water))),
    inWater: toJson(fitter.fit(teachInWater)),
    person: toJson(person),
  };
  const sha256 = createHash('sha256').update(JSON.stringify(heads)).digest('hex');
  const card = {
    what:
      'Linear heads for the attire detector, on the features of nsfw_mobilenetv2 and nsfw_mobilenetv2_heads: swimming ' +
      'and water in whole photos, dress and being in the water on people; and a small model that joins them for a person.',
    trainedOn:
      `${photos.length} photos (first, third, … of each activity) of an MIT-licensed set of sports photos; ` +
      `${squares.length} squares: photos, people, and people put in front of other backgrounds`,
    command: 'npm run train -- attire --data FOLDER',
    leaveSportsOut: leaveSportsOut(fitter, squares, photos, unseen.swimming),
    joint: { person: [...person.weights, person.bias] },
    limits: ['Swimwear out of the water is missed more often than in a pool: see docs/accuracy-attire.md.'],
  };
  return `${JSON.stringify({ card, sha256, embedder, heads }, null, 2)}\n`;
}
