import { scaleBox } from '../../lib/geometry.ts';
import type { DecodedPhoto } from '../detector.ts';
import type { Candidate } from './candidate.ts';
import type { FaceNets } from './open-face-nets.ts';
import { sources, type SourceName } from './sources.ts';

/** Least net scores worth joining. */
const leastScores = { ultraface: 0.15, faceboxes: 0.25, yunet: 0.1 } as const;

/**
 * One source's look at the whole photo; none where its net is not there. Boxes in photo pixels. Throws the signal's
 * reason.
 */
export async function lookAtPhoto(
  photo: DecodedPhoto,
  source: SourceName,
  nets: FaceNets,
  signal: AbortSignal,
): Promise<Candidate[]> {
  const { net, longEdgePx, borderPx } = sources[source];
  const copy = await photo.scaled(longEdgePx);
  signal.throwIfAborted();
  const longEdge = Math.max(copy.width, copy.height);
  const look = { zoom: longEdgePx / longEdge, leastScore: leastScores[net], borderPx };
  const found = (await nets[net]?.detect(copy, look)) ?? [];
  const factor = Math.max(photo.full.width, photo.full.height) / longEdge;
  return found.map(({ box, score }) => ({ box: scaleBox(box, factor), score }));
}
