import type { FaceBoxes } from './open-faceboxes.ts';
import type { Ssd } from './open-ssd.ts';
import type { UltraFace } from './open-ultraface.ts';
import type { YuNet } from './open-yunet.ts';

/** The nets that look for faces, loaded. */
export interface FaceNets {
  readonly ultraface: UltraFace;
  readonly ssd: Ssd;
  readonly faceboxes: FaceBoxes;
  /** Only where the school added the pack and uses it. */
  readonly yunet: YuNet | undefined;
}
