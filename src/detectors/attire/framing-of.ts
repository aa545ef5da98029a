import type { Box } from '../../lib/geometry.ts';
import type { AttireFraming } from '../../policy/words/evidence.ts';
import type { Joints } from './open-pose-net.ts';

/** Face heights from the chin down to the armpits, and down to the waist (a child's body is shorter than an adult's). */
const [armpits, waist] = [1.2, 3.2];

/** How much of a person shows, by the lowest joint that was found. */
export function framingOfJoints(joints: Joints): AttireFraming {
  const { leftKnee, rightKnee, leftAnkle, rightAnkle, leftHip, rightHip, leftShoulder, rightShoulder } = joints;
  if (leftKnee ?? rightKnee ?? leftAnkle ?? rightAnkle) return 'full-length';
  if (leftHip ?? rightHip) return 'waist-up';
  return (leftShoulder ?? rightShoulder) ? 'shoulder-up' : 'unknown';
}

/**
 * For a face without joints: where the picture ends below the chin decides. When the picture reaches below the waist it
 * is not known, because something may stand in front.
 */
export function framingOfFace(face: Box, pictureHeight: number): AttireFraming {
  const room = (pictureHeight - face.y - face.height) / face.height;
  if (room < armpits) return 'shoulder-up';
  return room < waist ? 'waist-up' : 'unknown';
}
