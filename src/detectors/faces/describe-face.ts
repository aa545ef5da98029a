import type { Face } from '../../policy/words/evidence.ts';
import type { DecodedPhoto } from '../detector.ts';
import { fivePoints } from './five-points.ts';
import type { LocatedFace } from './locate-landmarks.ts';
import { measureFrontality } from './measure-frontality.ts';
import { measureEyeLight } from './measure-eye-light.ts';
import { measureSharpness } from './measure-sharpness.ts';
import { readGreyFace } from './read-grey-face.ts';

/** A located face as a face of the evidence: five points, size, and what predicts whether it can be compared. */
export async function describeFace(
  photo: DecodedPhoto,
  { box, score, points, disagreement }: LocatedFace,
): Promise<Face> {
  const landmarks = fivePoints(points);
  const grey = await readGreyFace(photo, landmarks);
  return {
    box,
    score,
    landmarks,
    sizePx: Math.min(box.width, box.height),
    frontality: measureFrontality(landmarks),
    sharpness: measureSharpness(grey),
    disagreement,
    eyeLight: measureEyeLight(grey),
  };
}
