import type { Box } from '../../lib/geometry.ts';
import type { Face, FaceMatch } from './evidence.ts';
import type { PupilId } from './people.ts';

/** What came of comparing a face that a person drew. Like all evidence without pixels or vectors. */
export type DrawnFaceSeen =
  | {
      readonly status: 'compared';
      readonly face: Face;
      readonly match: FaceMatch;
      /** Whose templates it was compared with. */
      readonly compared: readonly PupilId[];
    }
  | { readonly status: 'not-compared'; readonly why: string };

/** A face drawn by hand that no cover hides. `seen` is null while it waits to be compared. */
export interface DrawnFace {
  readonly box: Box;
  readonly seen: DrawnFaceSeen | null;
}
