import type { DecodedPhoto } from '../detector.ts';
import type { JoinedFace } from './join-candidates.ts';
import { locateLandmarks, type LocatedFace } from './locate-landmarks.ts';
import type { LandmarkNet } from './open-landmark-net.ts';

/** Smaller faces are compared with nobody, and doubtful boxes are mostly no faces: it does not matter how they lie. */
const least = { sizePx: 24, score: 0.5 } as const;
/** Above this the landmark nets see hardly an upright face in a box: half of all lie at .014. */
const doubtful = 0.04;
/** A turned head must be seen so well, */
const clear = 0.02;
/** and so many times better than an upright one. */
const lead = 2;
const quarterTurns = [1, 2, 3].map((turns) => (-turns * Math.PI) / 2);

/**
 * The points of a face in a box of an upright photo. Among upright people some lie on their side or hold their heads
 * together in a ring: the detectors know such faces, too, but points of an upright face laid over one describe nobody.
 * So where the nets disagree they are asked about the quarter turns, and one on which they clearly agree is taken.
 */
export async function locateHead(
  photo: DecodedPhoto,
  face: JoinedFace,
  nets: readonly LandmarkNet[],
): Promise<LocatedFace> {
  const upright = await locateLandmarks(photo, { ...face, angle: 0 }, nets);
  const isWorthAsking = face.score >= least.score && Math.min(face.box.width, face.box.height) >= least.sizePx;
  if (!isWorthAsking || upright.disagreement <= doubtful) return upright;
  let best = upright;
  for (const angle of quarterTurns) {
    const turned = await locateLandmarks(photo, { ...face, angle }, nets);
    if (turned.disagreement < best.disagreement) best = turned;
  }
  const isTurned = best.disagreement <= Math.min(clear, upright.disagreement / lead);
  return isTurned ? { ...best, angle: upright.angle } : upright;
}
