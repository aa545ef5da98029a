import type { Box, Point, Quad } from '../../lib/geometry.ts';

/**
 * How an output is made from the clean copy: everything in pixels of the whole photo, so that the same recipe always
 * gives the same picture. Covers are filled first, then the crop is cut.
 */
export interface Recipe {
  readonly heads: readonly (readonly Point[])[];
  readonly areas: readonly Quad[];
  /** Ids of the faces drawn by hand that are among the heads. */
  readonly drawnFaces: readonly string[];
  readonly crop: Box | null;
}
