import type { Box, Point } from '../../lib/geometry.ts';
import type { Raster } from '../../lib/raster.ts';
import type { SkinShares } from '../../policy/words/evidence.ts';
import type { Joints } from './open-pose-net.ts';

/** When no part can be measured. */
export const unknownSkin: SkinShares = { torso: null, upperArms: null, thighs: null };

/** Hue in degrees (-60 to 300, red 0), saturation 0 to 1, brightness as the sum of the channels. */
interface Tone {
  readonly hue: number;
  readonly saturation: number;
  readonly light: number;
}

const leastPixels = 6;
/** How far skin of one person strays from the face: hue by light and make-up, saturation by sun, brightness by shade. */
const [hueReach, saturationReach, lightReach] = [14, 0.28, 2.6];

const between = (a: Point, b: Point, share: number): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
});

function toneAt({ width, height, data }: Raster, { x, y }: Point): Tone | null {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  if (column < 0 || row < 0 || column >= width || row >= height) return null;
  const at = (row * width + column) * 3;
  const [red, green, blue] = [data[at]!, data[at + 1]!, data[at + 2]!];
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const spread = Math.max(1, most - least);
  const light = red + green + blue;
  const saturation = most === 0 ? 0 : (most - least) / most;
  if (most === red) return { hue: ((green - blue) / spread) * 60, saturation, light };
  const hue = most === green ? 120 + ((blue - red) / spread) * 60 : 240 + ((red - green) / spread) * 60;
  return { hue, saturation, light };
}

/** Any person's skin, from the palest to the darkest: reds to yellows, neither grey nor pure. */
function mayBeSkin({ hue, saturation, light }: Tone): boolean {
  return hue > -15 && hue < 45 && saturation > 0.12 && saturation < 0.78 && light > 60;
}

/** A grid of points over the four-cornered patch a-b-c-d. */
function pointsOf(a: Point, b: Point, c: Point, d: Point, perSide = 12): Point[] {
  const steps = Array.from({ length: perSide }, (_, step) => (step + 0.5) / perSide);
  return steps.flatMap((v) => steps.map((u) => between(between(a, b, u), between(d, c, u), v)));
}

/** A band along a limb without its ends, as wide as a share of its length on each side. */
function bandOf(from: Point | undefined, to: Point | undefined): Point[] {
  if (from === undefined || to === undefined) return [];
  const [dx, dy] = [(to.y - from.y) * 0.12, (from.x - to.x) * 0.12];
  const [start, end] = [between(from, to, 0.12), between(from, to, 0.88)];
  const side = (p: Point, sign: number): Point => ({ x: p.x + dx * sign, y: p.y + dy * sign });
  return pointsOf(side(start, 1), side(start, -1), side(end, -1), side(end, 1));
}

function trunkOf({ leftShoulder, rightShoulder, leftHip, rightHip }: Joints): Point[] {
  if (!leftShoulder || !rightShoulder || !leftHip || !rightHip) return [];
  const edge = (down: number): [Point, Point] => {
    const [left, right] = [between(leftShoulder, leftHip, down), between(rightShoulder, rightHip, down)];
    return [between(left, right, 0.12), between(left, right, 0.88)];
  };
  const [upper, lower] = [edge(0.08), edge(0.9)];
  return pointsOf(upper[0], upper[1], lower[1], lower[0]);
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** The colour of the middle of a face: around the nose, where hair and beard are least; null when there is no skin. */
function faceTone(picture: Raster, face: Box): Tone | null {
  const at = (x: number, y: number): Point => ({ x: face.x + face.width * x, y: face.y + face.height * y });
  const points = pointsOf(at(0.2, 0.3), at(0.8, 0.3), at(0.8, 0.8), at(0.2, 0.8));
  const tones = points.flatMap((point) => toneAt(picture, point) ?? []).filter(mayBeSkin);
  if (tones.length < leastPixels) return null;
  return {
    hue: median(tones.map(({ hue }) => hue)),
    saturation: median(tones.map(({ saturation }) => saturation)),
    light: median(tones.map(({ light }) => light)),
  };
}

/** Where the face must be, from the joints of the head; null without a nose. */
export function faceFromJoints({ nose, leftEye, rightEye }: Joints): Box | null {
  if (nose === undefined) return null;
  const eyes = [leftEye, rightEye].filter((point) => point !== undefined);
  const reach = Math.max(2, ...eyes.map((point) => Math.hypot(point.x - nose.x, point.y - nose.y))) * 1.25;
  return { x: nose.x - reach, y: nose.y - reach * 1.1, width: reach * 2, height: reach * 2 };
}

/** Compares torso, upper arms and thighs with the face's own colour, so that every skin tone is its own measure. */
export function skinShares(picture: Raster, joints: Joints, face: Box): SkinShares {
  const tone = faceTone(picture, face);
  if (tone === null) return unknownSkin;
  const isAlike = (other: Tone): boolean =>
    mayBeSkin(other) &&
    Math.abs(other.hue - tone.hue) < hueReach &&
    Math.abs(other.saturation - tone.saturation) < saturationReach &&
    other.light < tone.light * lightReach &&
    other.light > tone.light / lightReach;
  const share = (points: readonly Point[]): number | null => {
    const tones = points.flatMap((point) => toneAt(picture, point) ?? []);
    return tones.length < leastPixels ? null : tones.filter(isAlike).length / tones.length;
  };
  return {
    torso: share(trunkOf(joints)),
    upperArms: share([
      ...bandOf(joints.leftShoulder, joints.leftElbow),
      ...bandOf(joints.rightShoulder, joints.rightElbow),
    ]),
    thighs: share([...bandOf(joints.leftHip, joints.leftKnee), ...bandOf(joints.rightHip, joints.rightKnee)]),
  };
}
