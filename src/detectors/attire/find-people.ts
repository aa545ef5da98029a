import { centreOf, clampBox, type Box } from '../../lib/geometry.ts';
import type { AttireFraming, Face } from '../../policy/words/evidence.ts';
import { isCredibleFace } from '../../policy/words/is-credible-face.ts';
import { framingOfFace, framingOfJoints } from './framing-of.ts';
import { headOf } from './head-of.ts';
import { faceFromJoints } from './skin-shares.ts';
import type { Joints, Pose } from './open-pose-net.ts';

/** Somebody in the photo, known by joints, by a face, or by both. Positions in pixels of the full photo. */
export interface Person {
  readonly box: Box;
  /** Index into the faces, or null. */
  readonly face: number | null;
  /** The face's box: found, or put where the joints say; null without either. */
  readonly faceBox: Box | null;
  readonly joints: Joints;
  readonly framing: AttireFraming;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How far a face may lie from the head of a body, in face sides. */
const reach = 0.7;

/** Each pose's nearest face, nearest pairs first, none used twice. */
function pairFaces(poses: readonly Pose[], faces: readonly Face[]): Map<number, number> {
  const pairs = poses
    .flatMap((pose, index) => {
      const head = headOf(pose);
      return faces.map(({ box }, face) => {
        const centre = centreOf(box);
        return {
          index,
          face,
          apart: Math.hypot(head.x - centre.x, head.y - centre.y) / Math.max(box.width, box.height),
        };
      });
    })
    .filter(({ apart }) => apart < reach)
    .sort((a, b) => a.apart - b.apart);
  const taken = new Map<number, number>();
  for (const { index, face } of pairs) {
    if (!taken.has(index) && ![...taken.values()].includes(face)) taken.set(index, face);
  }
  return taken;
}

/** Where the body below a lone face must be: three faces wide, six high. */
function bodyUnder(face: Box, { width, height }: Size): Box {
  const body = {
    x: face.x - face.width,
    y: face.y - face.height * 0.4,
    width: face.width * 3,
    height: face.height * 7,
  };
  return clampBox(body, width, height);
}

/**
 * Joins the bodies of the pose net with the faces: bodies first, best first, then faces without a body, largest first.
 */
export function findPeople(poses: readonly Pose[], faces: readonly Face[], photo: Size): Person[] {
  const faceOf = pairFaces(poses, faces);
  const bodies = poses.map((pose, index): Person => {
    const face = faceOf.get(index) ?? null;
    const { box, joints } = pose;
    return {
      box,
      face,
      faceBox: face === null ? faceFromJoints(joints) : faces[face]!.box,
      joints,
      framing: framingOfJoints(joints),
    };
  });
  const used = new Set(faceOf.values());
  const lone = faces
    .map(({ box }, face) => ({ box, face }))
    .filter(({ face }) => !used.has(face) && isCredibleFace(faces[face]!))
    .sort((a, b) => b.box.height - a.box.height)
    .map(({ box, face }): Person => ({
      box: bodyUnder(box, photo),
      face,
      faceBox: box,
      joints: {},
      framing: framingOfFace(box, photo.height),
    }));
  return [...bodies, ...lone];
}
