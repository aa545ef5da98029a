import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { proposeCards } from '../../src/detectors/text/find-cards.ts';
import { describeCard } from '../../src/detectors/text/describe-card.ts';
import { polygonArea, sharedArea } from '../../src/detectors/text/quad-overlap.ts';
import { cornersOf, type RotatedRectangle } from '../../src/detectors/text/rotated-rectangle.ts';
import type { Box, Quad } from '../../src/lib/geometry.ts';
import type { Raster } from '../../src/lib/raster.ts';
import { photoFromRaster } from '../../src/pipeline/decode/photo-from-raster.ts';
import type { Pupil } from '../../src/policy/words/people.ts';
import type { LabelKind } from '../text/draw-label.ts';
import type { Sample } from '../text/fit-two-layers.ts';
import { makePicture } from '../text/make-picture.ts';
import type { Random } from '../text/random.ts';

/** Names on these are too small to read; what is left to see is a card. */
const kinds: readonly LabelKind[] = ['easy card', 'card', 'lanyard', 'sticker'];
/** Height of small letters beside the face: makes cards of a third to three quarters of a face. */
const xHeightShare = [0.026, 0.07] as const;
/** A proposal is the card when they share this much of what they cover together. */
const leastOverlap = 0.45;

const windowPx = 224;

/** A part of a photo about as large as the small photos of the sports set, or the photo itself where it is small. */
async function openWindow(file: string, random: Random): Promise<Raster> {
  const picture = sharp(await readFile(file)).rotate();
  const { width, height } = await picture.metadata();
  const scale = Math.min(1, Math.max(0.3, random.between(0.3, 1)));
  const side = Math.min(width, height, Math.round(windowPx / scale));
  const left = random.below(width - side + 1);
  const top = random.below(height - side + 1);
  const part = picture.extract({ left, top, width: side, height: side }).resize(windowPx, windowPx).removeAlpha();
  const { data } = await part.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  return { width: windowPx, height: windowPx, data: new Uint8Array(data) };
}

/** Where a face might be, with room for a chest below it. */
function pretendFace(random: Random): Box {
  const side = random.between(42, 72);
  return {
    x: random.between(0, windowPx - side),
    y: random.between(-side * 0.8, windowPx - 2.6 * side),
    width: side,
    height: side,
  };
}

const overlapOf = (a: Quad, b: Quad): number => {
  const shared = sharedArea(a, b);
  return shared / (polygonArea(a) + polygonArea(b) - shared);
};

/** A proposal as it is learnt from: in thousandths, so that the last bits of arithmetic do not matter. */
export function cardSample(photo: Raster, rectangle: RotatedRectangle, facePx: number, wanted: 0 | 1): Sample {
  return { input: describeCard(photo, rectangle, facePx).map((value) => Math.round(value * 1000) / 1000), wanted };
}

/** Each proposal is described from both its sides: it has no upper one. */
function samplesOf(photo: Raster, rectangle: RotatedRectangle, facePx: number, wanted: 0 | 1): Sample[] {
  const turned = { ...rectangle, angle: rectangle.angle + Math.PI };
  return [rectangle, turned].map((one) => cardSample(photo, one, facePx, wanted));
}

/** What is proposed below a pretended face in a photo as it is (no cards), and with a card drawn there (cards). */
export async function gatherCards(file: string, pupils: readonly Pupil[], random: Random): Promise<Sample[]> {
  const window = await openWindow(file, random);
  const box = pretendFace(random);
  const facePx = box.width;
  const plain = await proposeCards(window, { box });
  const samples = plain.flatMap((rectangle) => samplesOf(window, rectangle, facePx, 0));
  const picture = await makePicture(photoFromRaster(window), {
    pupils,
    boxes: [box],
    xHeightPx: [xHeightShare[0] * facePx, xHeightShare[1] * facePx],
    labels: 1,
    random,
    kinds,
  });
  const { full } = picture.photo;
  for (const rectangle of await proposeCards(full, { box })) {
    const isCard = picture.labels.some(({ outline }) => overlapOf(outline, cornersOf(rectangle)) > leastOverlap);
    if (isCard) samples.push(...samplesOf(full, rectangle, facePx, 1));
  }
  return samples;
}
