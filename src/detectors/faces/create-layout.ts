import type { Box } from '../../lib/geometry.ts';
import type { Raster } from '../../lib/raster.ts';
import { paddedSize } from './padded-size.ts';
import { samplePatch, type PixelScaling } from './sample-patch.ts';

/** A whole picture as a net sees it. */
export interface LaidOutRaster {
  /** Red, green and blue, each `width` x `height`. To be left alone once the layout's promise has settled. */
  readonly planes: Float32Array;
  readonly width: number;
  readonly height: number;
  /** A box in the net's pixels, in pixels of the raster. */
  readonly toRaster: (box: Box) => Box;
}

/**
 * Lays a raster out, lets `see` look at it and gives back what that saw. The raster is shown `zoom` times as large, at
 * the top left behind an even border. What is not photo is `scaling.fill`.
 */
export type Layout = <Seen>(
  raster: Raster,
  place: { readonly zoom: number; readonly borderPx?: number | undefined },
  see: (shown: LaidOutRaster) => Promise<Seen>,
) => Promise<Seen>;

/**
 * A net's way to lay out pictures, to sides that are whole multiples of `stepPx`. The array of the largest picture so
 * far is kept and used again: a new one of 30 MB costs more time than what is written into it.
 */
export function createLayout(stepPx: number, scaling: PixelScaling): Layout {
  let spare = new Float32Array(0);
  return async (raster, { zoom, borderPx = 0 }, see) => {
    const shown = (sidePx: number): number => Math.round(sidePx * zoom) + 2 * borderPx;
    const size = paddedSize({ width: shown(raster.width), height: shown(raster.height) }, stepPx);
    const length = 3 * size.width * size.height;
    const array = spare.length >= length ? spare : new Float32Array(length);
    // Whoever comes while this picture is being looked at finds none and makes one.
    spare = new Float32Array(0);
    const transform = { a: 1 / zoom, b: 0, c: 0, d: 1 / zoom, tx: -borderPx / zoom, ty: -borderPx / zoom };
    try {
      const planes = samplePatch(raster, transform, size, scaling, array.subarray(0, length));
      return await see({ planes, ...size, toRaster: (box) => toRaster(box, zoom, borderPx) });
    } finally {
      if (array.length > spare.length) spare = array;
    }
  };
}

function toRaster({ x, y, width, height }: Box, zoom: number, borderPx: number): Box {
  return { x: (x - borderPx) / zoom, y: (y - borderPx) / zoom, width: width / zoom, height: height / zoom };
}
