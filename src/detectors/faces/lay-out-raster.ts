import type { Box } from '../../lib/geometry.ts';
import type { Raster } from '../../lib/raster.ts';
import { paddedSize } from './padded-size.ts';
import { samplePatch, type PixelScaling } from './sample-patch.ts';

/** A whole picture as a net sees it. */
export interface LaidOutRaster {
  /** Red, green and blue, each `width` x `height`. */
  readonly planes: Float32Array;
  readonly width: number;
  readonly height: number;
  /** A box in the net's pixels, in pixels of the raster. */
  readonly toRaster: (box: Box) => Box;
}

/**
 * A raster shown to a net `zoom` times as large: at the top left behind an even border, with what is missing to sides
 * that are whole multiples of `stepPx` to the right and below. What is not photo is `scaling.fill`.
 */
export function layOutRaster(
  raster: Raster,
  {
    zoom,
    stepPx,
    borderPx = 0,
  }: { readonly zoom: number; readonly stepPx: number; readonly borderPx?: number | undefined },
  scaling: PixelScaling,
): LaidOutRaster {
  const shown = (sidePx: number): number => Math.round(sidePx * zoom) + 2 * borderPx;
  const size = paddedSize({ width: shown(raster.width), height: shown(raster.height) }, stepPx);
  const transform = { a: 1 / zoom, b: 0, c: 0, d: 1 / zoom, tx: -borderPx / zoom, ty: -borderPx / zoom };
  return {
    planes: samplePatch(raster, transform, size, scaling),
    ...size,
    toRaster: ({ x, y, width, height }) => ({
      x: (x - borderPx) / zoom,
      y: (y - borderPx) / zoom,
      width: width / zoom,
      height: height / zoom,
    }),
  };
}
