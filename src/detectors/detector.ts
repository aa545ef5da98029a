import type { Raster } from '../lib/raster.ts';
import type { EvidenceName, EvidenceValues, Needed } from '../policy/words/evidence.ts';

/** A decoded, upright sRGB photo, shared read-only by all detectors of one screening. */
export interface DecodedPhoto {
  /** Full size. */
  readonly full: Raster;
  /** A copy whose longer side is at most `longEdgePx` (never enlarged). Made once per size, then shared. */
  scaled(longEdgePx: number): Promise<Raster>;
}

/** One model behind one small interface. May throw; the runner turns a throw or time-out into `failed`. */
export interface Detector<Name extends EvidenceName, Needs extends EvidenceName = never> {
  readonly id: string;
  readonly version: string;
  readonly observes: Name;
  readonly needs: readonly Needs[];
  observe(photo: DecodedPhoto, needed: Needed<Needs>, signal: AbortSignal): Promise<EvidenceValues[Name]>;
}
