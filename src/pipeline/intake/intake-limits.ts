/** What a file may be at most, and a picture at least. */
export interface IntakeLimits {
  readonly maxBytes: number;
  /** Width times height, in pixels, as the file's header claims. */
  readonly maxPixels: number;
  /** Shorter side, in pixels. */
  readonly minSidePx: number;
}

/**
 * 110 megapixels let the largest phone and studio cameras through (108 and 102 megapixels); the pixels then take 330 MB.
 * Below 8 pixels a side, one JPEG block, there is no picture.
 */
export const defaultIntakeLimits: IntakeLimits = { maxBytes: 100_000_000, maxPixels: 110_000_000, minSidePx: 8 };
