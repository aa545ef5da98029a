import { makeViews } from './make-views.ts';
import type { Pose } from '../../src/detectors/attire/open-pose-net.ts';
import { patchSidePx } from '../../src/detectors/attire/cut-patch.ts';
import type { Box } from '../../src/lib/geometry.ts';
import type { Raster } from '../../src/lib/raster.ts';
import type { Random } from '../text/random.ts';
import { drawScenery } from './draw-scenery.ts';

/** A photo of which parts may be taken, and the number it has among the photos. */
export interface Place {
  readonly photo: number;
  readonly picture: Raster;
  readonly poses: readonly Pose[];
}

/** A square without anybody in it, and the photo it is counted with. */
export interface EmptySquare {
  readonly photo: number;
  readonly patch: Uint8Array;
}

const partsOfPhoto = 2;
const tries = 12;
/** Surer than this, and somebody may be there. */
const leastPose = 0.12;
const whole = { x: 0, y: 0, width: patchSidePx, height: patchSidePx };

/** Whether two boxes meet, the second grown by a tenth on each side. */
function meets(part: Box, { x, y, width, height }: Box): boolean {
  const [left, right] = [x - width * 0.1, x + width * 1.1];
  const [top, bottom] = [y - height * 0.1, y + height * 1.1];
  return left < part.x + part.width && right > part.x && top < part.y + part.height && bottom > part.y;
}

function randomPart({ width, height }: Raster, random: Random): Box {
  const share = random.between(0.35, 0.75);
  const [w, h] = [width * share, height * share * random.between(0.7, 1)];
  return { x: random.between(0, width - w), y: random.between(0, height - h), width: w, height: h };
}

/** Parts of a photo in which the pose net sees nobody. */
function emptyParts({ picture, poses }: Place, random: Random): Box[] {
  const people = poses.filter(({ score }) => score >= leastPose);
  const parts: Box[] = [];
  for (let attempt = 0; attempt < tries && parts.length < partsOfPhoto; attempt++) {
    const part = randomPart(picture, random);
    if (!people.some(({ box }) => meets(part, box))) parts.push(part);
  }
  return parts;
}

/**
 * Squares without anybody in them: drawn landscapes, posters and surfaces, shared out among the photos, and empty parts
 * of the photos, as they are and altered; `drawnOfEach` of each kind are drawn. What is not shown cannot be swimwear, however blue it is.
 */
export async function squaresWithoutPeople(
  places: readonly Place[],
  random: Random,
  drawnOfEach = 150,
): Promise<EmptySquare[]> {
  const drawn = await drawScenery(drawnOfEach, random);
  const squares: EmptySquare[] = [];
  for (const [index, { picture }] of drawn.entries()) {
    const [patch] = await makeViews(picture, whole, { extra: 0, leastShare: 1, random });
    squares.push({ photo: places[index % places.length]!.photo, patch: patch! });
  }
  for (const place of places) {
    for (const part of emptyParts(place, random)) {
      const views = await makeViews(place.picture, part, { extra: 1, leastShare: 0.9, random });
      squares.push(...views.map((patch) => ({ photo: place.photo, patch })));
    }
  }
  return squares;
}
