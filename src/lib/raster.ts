/** Pixels in memory: interleaved 8-bit sRGB, row by row, `data.length === width * height * 3`. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}
