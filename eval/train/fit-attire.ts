import { createHash } from 'node:crypto';
import type { LabelledPhoto } from '../attire/labelled-photos.ts';
import { fitHeadSet, type HeadSet } from './fit-head-set.ts';
import type { LinearModel } from './fit-logistic.ts';
import type { Gathered } from './gather-squares.ts';
import { leaveSportsOut } from './leave-sports-out.ts';

const toJson = ({ weights, bias }: LinearModel): { weights: string; bias: number } => ({
  weights: Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength).toString('base64'),
  bias,
});

const headsOf = ({ heads }: HeadSet): Record<string, ReturnType<typeof toJson>> =>
  Object.fromEntries(Object.entries(heads).map(([name, head]) => [name, toJson(head)]));

const jointOf = ({ heads: { person } }: HeadSet): number[] => [...person.weights, person.bias];

/**
 * The heads of the attire detector, with their model card and the checksum of their numbers, as the text of their file.
 * The same squares give the same text.
 */
export function fitAttire(gathered: Gathered, photos: readonly LabelledPhoto[]): string {
  const colour = fitHeadSet(gathered.colour, photos);
  const grey = fitHeadSet(gathered.grey, photos);
  const heads = { colour: headsOf(colour), grey: headsOf(grey) };
  const sha256 = createHash('sha256').update(JSON.stringify(heads)).digest('hex');
  const card = {
    what:
      'Linear heads for the attire detector, on the features of nsfw_mobilenetv2 and nsfw_mobilenetv2_heads: swimming ' +
      'and water in whole photos, dress and being in the water on people; and a small model that joins them for a ' +
      'person. One set for pictures in colour, one for black and white.',
    trainedOn:
      `${photos.length} photos (first, third, … of each activity) of an MIT-licensed set of sports photos; ` +
      `${gathered.colour.length} squares: photos, people, people put in front of other backgrounds, and places without anybody; the same in grey`,
    command: 'npm run train -- attire --data FOLDER',
    leaveSportsOut: leaveSportsOut(colour.fitter, gathered.colour, photos, colour.unseenSwimming),
    joint: { colour: jointOf(colour), grey: jointOf(grey) },
    limits: ['Swimwear out of the water is missed more often than in a pool: see docs/accuracy-attire.md.'],
  };
  return `${JSON.stringify({ card, sha256, embedder: gathered.embedder, heads }, null, 2)}\n`;
}
