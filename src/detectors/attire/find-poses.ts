import { intersectionArea, intersectionOverUnion, type Box, type Point } from '../../lib/geometry.ts';
import type { Raster } from '../../lib/raster.ts';
import { headOf } from './head-of.ts';
import { mostPoses, type Pose, type PoseNet } from './open-pose-net.ts';

/** Each side of a tile as a share of the picture's: two by two tiles share a fifth. */
const tileShare = 0.6;
/** Two boxes of one person: alike, or one inside the other with the heads in one place. */
const [alike, inside, headReach] = [0.4, 0.7, 0.25];

function tilesOf({ width, height }: Raster): Box[] {
  const [w, h] = [Math.ceil(width * tileShare), Math.ceil(height * tileShare)];
  return [0, height - h].flatMap((y) => [0, width - w].map((x) => ({ x, y, width: w, height: h })));
}

const apart = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

function areSame(a: Pose, b: Pose): boolean {
  if (intersectionOverUnion(a.box, b.box) > alike) return true;
  const smaller = a.box.width * a.box.height < b.box.width * b.box.height ? a.box : b.box;
  const isInside = intersectionArea(a.box, b.box) > inside * smaller.width * smaller.height;
  return isInside && apart(headOf(a), headOf(b)) < headReach * Math.max(smaller.width, smaller.height);
}

/**
 * Everybody's joints. The net sees six people at most and small ones badly: when it is full, or there are more faces
 * than that, it looks again at four overlapping parts, and whoever is new is added.
 */
export async function findPoses(net: PoseNet, picture: Raster, faceCount: number): Promise<Pose[]> {
  const found = await net.find(picture);
  if (Math.max(found.length, faceCount - 1) < mostPoses) return found;
  for (const tile of tilesOf(picture)) {
    const more = await net.find(picture, tile);
    found.push(...more.filter((pose) => !found.some((other) => areSame(pose, other))));
  }
  return found;
}
