import type { FaceLandmarks } from '../../policy/words/evidence.ts';

/**
 * How far a face looks at the camera, 1 straight on to 0 in profile: a nose midway between the eyes, seen along the line
 * through them, is straight on; a nose under an eye is a profile.
 */
export function frontalityOf({ eyeLeft, eyeRight, nose }: FaceLandmarks): number {
  const [across, down] = [eyeRight.x - eyeLeft.x, eyeRight.y - eyeLeft.y];
  const squared = across * across + down * down;
  if (squared === 0) return 0;
  const along = ((nose.x - eyeLeft.x) * across + (nose.y - eyeLeft.y) * down) / squared;
  return Math.max(0, 1 - Math.abs(along - 0.5) * 2);
}
