import { boxAround, type Quad } from '../../lib/geometry.ts';
import type { Raster } from '../../lib/raster.ts';
import { convexHull } from './convex-hull.ts';
import { labelComponents, type Component } from './label-components.ts';
import { minimumAreaRectangle } from './minimum-area-rectangle.ts';
import { polygonArea, sharedArea } from './quad-overlap.ts';
import { cornersOf, type RotatedRectangle } from './rotated-rectangle.ts';

/** Chests are looked at in this size: the face would be this many pixels wide. */
export const cardFacePx = 48;
/** A card or badge beside the face: longer and shorter side, as shares of the face's size. */
const longSide = { least: 0.26, most: 0.75 } as const;
const shortSide = { least: 0.12, most: 0.55 } as const;
/** Much of its rectangle a card must fill: its outline, and its light part within the outline. */
const leastOutline = 0.79;
const leastLight = 0.45;
/** Brightness steps at which patches are taken, and how many neighbouring steps must agree. */
const levels = Array.from({ length: 14 }, (_, i) => 24 * 1.19 ** i);
const leastAgreeing = 2;
/** Pixels of a patch: from a small card half of which is print, to a large one. */
const area = {
  least: (shortSide.least * longSide.least * cardFacePx ** 2) / 2,
  most: shortSide.most * longSide.most * cardFacePx ** 2,
} as const;
const sameCard = 0.62;
/** A card is white or pale: its colours lie close together. */
const mostColour = 60;
/** Print on a card: mean difference of neighbouring pixels inside it, as a share of the card's brightness. */
const print = { least: 0.06, most: 0.5 } as const;

interface Patch {
  readonly rectangle: RotatedRectangle;
  readonly quad: Quad;
  readonly level: number;
}

function lightness({ width, height, data }: Raster): Float32Array {
  const light = new Float32Array(width * height);
  for (let to = 0, from = 0; to < light.length; to += 1, from += 3) {
    const [r, g, b] = [data[from]!, data[from + 1]!, data[from + 2]!];
    const [low, high] = [Math.min(r, g, b), Math.max(r, g, b)];
    light[to] = high - low > mostColour ? 0 : (r + 2 * g + b) / 4;
  }
  return light;
}

const within = (value: number, { least, most }: { least: number; most: number }): boolean =>
  value >= least * cardFacePx && value <= most * cardFacePx;

function toPatch({ rim, pixels }: Component, level: number, picture: Raster): Patch | null {
  const box = boxAround(rim);
  const isCut = box.x <= 0 || box.y <= 0 || box.x + box.width >= picture.width || box.y + box.height >= picture.height;
  if (isCut) return null;
  const rectangle = minimumAreaRectangle(rim);
  const [short, long] = [Math.min(rectangle.width, rectangle.height), Math.max(rectangle.width, rectangle.height)];
  if (!within(long, longSide) || !within(short, shortSide)) return null;
  const outline = polygonArea(convexHull(rim));
  if (outline < leastOutline * short * long || pixels < leastLight * outline) return null;
  return { rectangle, quad: cornersOf(rectangle), level };
}

function isSame(a: Patch, b: Patch): boolean {
  const shared = sharedArea(a.quad, b.quad);
  return shared > sameCard * (polygonArea(a.quad) + polygonArea(b.quad) - shared);
}

/** Mean difference of neighbouring pixels in the inner part of a rectangle, as a share of the mean brightness there. */
function printIn(light: Float32Array, width: number, { centre, width: w, height: h, angle }: RotatedRectangle): number {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let [sum, total, count] = [0, 0, 0];
  for (let v = -0.38; v <= 0.38; v += 1 / h) {
    for (let u = -0.38; u <= 0.38; u += 1 / w) {
      const x = Math.floor(centre.x + u * w * cos - v * h * sin);
      const y = Math.floor(centre.y + u * w * sin + v * h * cos);
      const at = y * width + x;
      sum += Math.abs(light[at + 1]! - light[at]!) + Math.abs(light[at + width]! - light[at]!);
      total += light[at]!;
      count += 2;
    }
  }
  return count === 0 ? 0 : sum / 2 / Math.max(1, total);
}

/**
 * Patches of a chest, in a picture in which the face is `cardFacePx` wide, that may be pale cards with print on them: they
 * keep their rectangular shape over several steps of brightness (maximally stable regions, Matas et al. 2002).
 */
export function cardPatches(picture: Raster): RotatedRectangle[] {
  const light = lightness(picture);
  const patches = levels.flatMap((level) =>
    labelComponents(light, picture.width, level, area.least, area.most).flatMap(
      (component) => toPatch(component, level, picture) ?? [],
    ),
  );
  const cards: Patch[] = [];
  for (const patch of patches) {
    const agreeing = new Set(patches.filter((other) => isSame(patch, other)).map((other) => other.level));
    if (agreeing.size < leastAgreeing || cards.some((card) => sharedArea(card.quad, patch.quad) > 0)) continue;
    const found = printIn(light, picture.width, patch.rectangle);
    if (found >= print.least && found <= print.most) cards.push(patch);
  }
  return cards.map(({ rectangle }) => rectangle);
}
