import { boxAround, intersectionArea, type Box, type Point, type Quad } from '../../lib/geometry.ts';
import type { Raster } from '../../lib/raster.ts';
import type { Face } from '../../policy/words/evidence.ts';
import { convexHull } from './convex-hull.ts';
import { labelComponents, type Component } from './label-components.ts';
import { minimumAreaRectangle } from './minimum-area-rectangle.ts';
import { polygonArea, sharedArea } from './quad-overlap.ts';
import { resizeRaster } from './resize-raster.ts';
import { cornersOf, type RotatedRectangle } from './rotated-rectangle.ts';
import { wholePixels } from './whole-pixels.ts';

/** Chests are looked at in this size: the face would be this many pixels wide. */
const facePx = 48;
/** Below smaller faces a card is a few pixels and anything may look like one. */
const leastFacePx = 40;
/** A card or badge beside the face: longer and shorter side, as shares of the face's size. */
const longSide = { least: 0.26, most: 0.75 } as const;
const shortSide = { least: 0.13, most: 0.55 } as const;
/** Much of its rectangle a card must fill: its outline, and its light part within the outline. */
const leastOutline = 0.79;
const leastLight = 0.6;
/** Brightness steps at which patches are taken, and how many neighbouring steps must agree. */
const levels = Array.from({ length: 21 }, (_, i) => 24 * 1.12 ** i);
const leastAgreeing = 5;
const sameCard = 0.62;
/** A card is white or pale: its colours lie close together. */
const mostColour = 60;
/** Print on a card: mean difference of neighbouring pixels inside it, as a share of the card's brightness. */
const print = { least: 0.06, most: 0.32 } as const;

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
  value >= least * facePx && value <= most * facePx;

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

function cardsIn(picture: Raster): RotatedRectangle[] {
  const light = lightness(picture);
  const patches = levels.flatMap((level) =>
    labelComponents(light, picture.width, level, (shortSide.least * longSide.least * facePx ** 2) / 2).flatMap(
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

/** Where a badge is worn: nearer to the face than other text may be. In face sizes from the chin and from the middle. */
function wearingArea({ box }: Face, size: number): Box {
  const top = box.y + box.height * 0.9;
  return { x: box.x + box.width / 2 - 1.3 * size, y: top, width: 2.6 * size, height: 2.1 * size };
}

async function cardsBelow(photo: Raster, face: Face): Promise<Quad[]> {
  const size = Math.sqrt(face.box.width * face.box.height);
  const part = wholePixels(wearingArea(face, size), photo.width, photo.height);
  const [width, height] = [Math.round((part.width * facePx) / size), Math.round((part.height * facePx) / size)];
  if (width < facePx / 2 || height < facePx / 2) return [];
  const cards = cardsIn(await resizeRaster(photo, part, width, height));
  return cards.map((card) => {
    const at = ({ x, y }: Point): Point => ({
      x: part.x + (x * part.width) / width,
      y: part.y + (y * part.height) / height,
    });
    const [a, b, c, d] = cornersOf(card);
    return [at(a), at(b), at(c), at(d)];
  });
}

function isOnFace(quad: Quad, faces: readonly Face[]): boolean {
  const box = boxAround(quad);
  return faces.some((face) => intersectionArea(face.box, box) > 0.2 * box.width * box.height);
}

/**
 * Pale cards with print on them on people's chests: name badges, stickers and lanyard cards, whether or not they can be
 * read. A card is a patch that keeps its rectangular shape over several steps of brightness (maximally stable regions,
 * Matas et al. 2002). In pixels of the photo; the corners start at no particular side.
 */
export async function findCards(photo: Raster, faces: readonly Face[], signal: AbortSignal): Promise<Quad[]> {
  const cards: Quad[] = [];
  for (const face of faces.filter(({ sizePx }) => sizePx >= leastFacePx)) {
    signal.throwIfAborted();
    for (const quad of await cardsBelow(photo, face)) {
      const isKnown = cards.some((card) => sharedArea(card, quad) > 0);
      if (!isKnown && !isOnFace(quad, faces)) cards.push(quad);
    }
  }
  return cards;
}
