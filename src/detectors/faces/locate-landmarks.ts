import type { Point } from '../../lib/geometry.ts';
import type { DecodedPhoto } from '../detector.ts';
import type { JoinedFace } from './join-candidates.ts';
import type { LandmarkNet } from './open-landmark-net.ts';

/** A box, and how far a head is turned clockwise that stood upright in the rotation in which it was found, radians. */
export type FoundFace = JoinedFace & { readonly angle: number };

/** A found box with the 68 points that the landmark nets see in it. */
export interface LocatedFace extends FoundFace {
  /** How far the head is turned clockwise by what the landmark nets see, radians. */
  readonly headAngle: number;
  /** The mean of all nets, in photo pixels. */
  readonly points: readonly Point[];
  /** Mean distance of the nets' points from that mean, as a share of the box's side. Small where a face is as turned as was said. */
  readonly disagreement: number;
}

/** Where all landmark nets together see the points of a face that is turned as it was when it was found. */
export async function locateLandmarks(
  photo: DecodedPhoto,
  face: FoundFace,
  nets: readonly LandmarkNet[],
): Promise<LocatedFace> {
  const opinions = await Promise.all(nets.map((net) => net.locate(photo, face.box, face.angle)));
  const points = opinions[0]!.map((_, at) => ({
    x: meanOf(opinions.map((opinion) => opinion[at]!.x)),
    y: meanOf(opinions.map((opinion) => opinion[at]!.y)),
  }));
  const distances = opinions.flatMap((opinion) =>
    opinion.map((point, at) => Math.hypot(point.x - points[at]!.x, point.y - points[at]!.y)),
  );
  return {
    ...face,
    headAngle: face.angle,
    points,
    disagreement: meanOf(distances) / Math.sqrt(face.box.width * face.box.height),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
