import type { Raster } from '../../lib/raster.ts';
import type { Candidate } from './candidate.ts';

/** A net that looks for faces in a whole picture. */
export interface FaceNet {
  readonly version: string;
  /**
   * Looks at the raster enlarged by `zoom`, behind a border of so many pixels where the net knows one; boxes come back
   * in the raster's pixels, unsorted and overlapping.
   */
  detect(raster: Raster, look: FaceLook): Promise<Candidate[]>;
}

export interface FaceLook {
  readonly zoom: number;
  readonly leastScore: number;
  readonly borderPx?: number | undefined;
}
