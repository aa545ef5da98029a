import type { Face } from '../../policy/words/evidence.ts';
import type { DecodedPhoto } from '../detector.ts';
import { fivePoints } from './five-points.ts';
import type { JoinedFace } from './join-candidates.ts';
import { measureFrontality } from './measure-frontality.ts';
import { measureSharpness } from './measure-sharpness.ts';
import type { LandmarkNet } from './open-landmark-net.ts';

/** A found box as a face of the evidence: five points (mean of all landmark nets), size, frontality, sharpness. */
export async function describeFace(
  photo: DecodedPhoto,
  { box, score, angle }: JoinedFace & { readonly angle: number },
  nets: readonly LandmarkNet[],
): Promise<Face> {
  const opinions = await Promise.all(nets.map((net) => net.locate(photo, box, angle)));
  const points = opinions[0]!.map((_, at) => ({
    x: opinions.reduce((sum, opinion) => sum + opinion[at]!.x, 0) / opinions.length,
    y: opinions.reduce((sum, opinion) => sum + opinion[at]!.y, 0) / opinions.length,
  }));
  const landmarks = fivePoints(points);
  return {
    box,
    score,
    landmarks,
    sizePx: Math.min(box.width, box.height),
    frontality: measureFrontality(landmarks),
    sharpness: await measureSharpness(photo, landmarks),
  };
}
