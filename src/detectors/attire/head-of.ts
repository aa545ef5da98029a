import type { Point } from '../../lib/geometry.ts';
import type { Pose } from './open-pose-net.ts';

/** Where the head of a body is: at the nose or an eye, else near the top of the box. */
export function headOf({ joints, box }: Pose): Point {
  return joints.nose ?? joints.leftEye ?? joints.rightEye ?? { x: box.x + box.width / 2, y: box.y + box.height * 0.1 };
}
