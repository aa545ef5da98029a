import { centreOf, type Box, type Point, type Quad } from '../../lib/geometry.ts';
import type { FaceLandmarks } from '../../policy/words/evidence.ts';

/** Reach from the middle of the face, in face heights: over the hair, below the chin, to each ear and beyond. */
const reach = { above: 1.15, below: 0.8, aside: 0.9 } as const;

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** The direction from chin to crown, of length 1; straight up when the points do not tell. */
function upOf(landmarks: FaceLandmarks | null, box: Box): Point {
  if (landmarks === null) return { x: 0, y: -1 };
  const eyes = middle(landmarks.eyeLeft, landmarks.eyeRight);
  const mouth = middle(landmarks.mouthLeft, landmarks.mouthRight);
  const length = Math.hypot(eyes.x - mouth.x, eyes.y - mouth.y);
  if (length < 0.1 * box.height) return { x: 0, y: -1 };
  return { x: (eyes.x - mouth.x) / length, y: (eyes.y - mouth.y) / length };
}

/**
 * The outline of a whole head, hair included, from its face: four corners, turned as the head is. A cover over the face
 * alone leaves hair, ears and the shape of the head, by which a child is known. Always holds the face's own box.
 */
export function headOutline(box: Box, landmarks: FaceLandmarks | null): Quad {
  const up = upOf(landmarks, box);
  const aside = { x: -up.y, y: up.x };
  const centre = centreOf(box);
  // A turned box is as far from its middle as its longer side.
  const unit = Math.max(box.width, box.height);
  const corner = (along: number, across: number): Point => ({
    x: centre.x + unit * (up.x * along + aside.x * across),
    y: centre.y + unit * (up.y * along + aside.y * across),
  });
  return [
    corner(reach.above, -reach.aside),
    corner(reach.above, reach.aside),
    corner(-reach.below, reach.aside),
    corner(-reach.below, -reach.aside),
  ];
}
