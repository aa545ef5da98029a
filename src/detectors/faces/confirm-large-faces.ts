import { intersectionOverUnion, scaleBox } from '../../lib/geometry.ts';
import { leastCredible } from '../../policy/words/is-credible-face.ts';
import type { DecodedPhoto } from '../detector.ts';
import type { Candidate } from './candidate.ts';
import type { FaceNet } from './face-net.ts';
import type { JoinedFace } from './join-candidates.ts';

/** A face is large when its shorter side has this share of the photo's longer side: 160 of 1,024 pixels. */
const largeShare = 160 / 1024;
/** Longer sides at which FaceBoxes sees what fills a photo; at the sizes of its usual looks that is too large for it. */
const confirmingPx = [256, 512] as const;
/** Boxes that share more than this of their union are one face. */
const sameFace = 0.4;
/**
 * As low as to lose none of the drawn-over faces that were found without it; of 80 false ones 19 lie below it
 * (docs/accuracy.md).
 */
const confirmed = 0.12;
/** Still shown and compared, but nobody has to look for a face that is hardly one. */
const doubtful = leastCredible - 0.01;

/**
 * Takes large places that only one net takes for a face (a road, a plate of food, the sky) for doubtful ones: FaceBoxes
 * must have seen them in its usual looks (`seen`) or see them in the photo made small. Others stay as they are.
 * Boxes in photo pixels. Throws the signal's reason.
 */
export async function confirmLargeFaces(
  faces: readonly JoinedFace[],
  photo: DecodedPhoto,
  { net, seen }: { readonly net: FaceNet; readonly seen: readonly Candidate[] },
  signal: AbortSignal,
): Promise<JoinedFace[]> {
  const longEdge = Math.max(photo.full.width, photo.full.height);
  const isLarge = ({ box }: JoinedFace): boolean => Math.min(box.width, box.height) >= largeShare * longEdge;
  const isSeen = (face: JoinedFace, boxes: readonly Candidate[]): boolean =>
    boxes.some(({ box, score }) => score >= confirmed && intersectionOverUnion(box, face.box) > sameFace);
  const unseen = new Set(faces.filter((face) => isLarge(face) && !isSeen(face, seen)));
  for (const edge of confirmingPx) {
    if (unseen.size === 0) break;
    signal.throwIfAborted();
    const copy = await photo.scaled(edge);
    const copyEdge = Math.max(copy.width, copy.height);
    const found = await net.detect(copy, { zoom: edge / copyEdge, leastScore: confirmed });
    const boxes = found.map(({ box, score }) => ({ box: scaleBox(box, longEdge / copyEdge), score }));
    for (const face of unseen) if (isSeen(face, boxes)) unseen.delete(face);
  }
  return faces.map((face) => (unseen.has(face) ? { ...face, score: Math.min(face.score, doubtful) } : face));
}
