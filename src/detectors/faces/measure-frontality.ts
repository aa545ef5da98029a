import type { FaceLandmarks } from '../../policy/words/evidence.ts';

/**
 * How far a face looks at the camera, from its five points: 1 straight on, 0 in profile. The nose tip lies midway between
 * the eyes on a face seen from the front and moves to one side as the head turns; a head seen from the side also
 * shows its eyes close together for the distance from eyes to mouth. Turning in the picture plane does not matter.
 */
export function measureFrontality({ eyeLeft, eyeRight, nose, mouthLeft, mouthRight }: FaceLandmarks): number {
  const [across, down] = [
    { x: eyeRight.x - eyeLeft.x, y: eyeRight.y - eyeLeft.y },
    {
      x: (mouthLeft.x + mouthRight.x - eyeLeft.x - eyeRight.x) / 2,
      y: (mouthLeft.y + mouthRight.y - eyeLeft.y - eyeRight.y) / 2,
    },
  ];
  const eyes = Math.hypot(across.x, across.y);
  const length = Math.hypot(down.x, down.y);
  if (eyes === 0 || length === 0) return 0;
  const centre = {
    x: (eyeLeft.x + eyeRight.x + mouthLeft.x + mouthRight.x) / 4,
    y: (eyeLeft.y + eyeRight.y + mouthLeft.y + mouthRight.y) / 4,
  };
  const aside = Math.abs((nose.x - centre.x) * across.x + (nose.y - centre.y) * across.y) / (eyes * eyes);
  const centred = Math.max(0, 1 - aside / 0.5);
  const open = Math.min(1, Math.max(0, (eyes / length - 0.35) / 0.45));
  return Math.sqrt(centred * open);
}
