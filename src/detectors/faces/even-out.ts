import type { Raster } from '../../lib/raster.ts';
import type { DecodedPhoto } from '../detector.ts';

/** Where the levels are read: what is brighter or darker on so few pixels is no part of a scene. */
const readAtPx = 160;
/** One pixel in a hundred may be darker than the range, and one brighter. */
const aside = 0.01;
/** A narrower range than this (of 255) is too little for the nets, which learned on ordinary photos. */
const leastRange = 80;
/** Beyond this factor there is more noise than picture. */
const mostGain = 8;

/**
 * A photo without contrast, in fog or in hardly any light, with its range stretched to all levels, for nets that would see
 * nobody in it. Any other comes back as it is. All channels are stretched alike, so colours keep their hue.
 */
export async function evenOut(photo: DecodedPhoto): Promise<DecodedPhoto> {
  const { from, to } = rangeOf(await photo.scaled(readAtPx));
  if (to - from >= leastRange) return photo;
  const gain = Math.min(mostGain, 255 / Math.max(1, to - from));
  const levels = Uint8ClampedArray.from({ length: 256 }, (_, level) => (level - from) * gain);
  const copies = new Map<number, Promise<Raster>>();
  return {
    full: stretch(photo.full, levels),
    scaled: (longEdgePx) => {
      const copy = copies.get(longEdgePx) ?? photo.scaled(longEdgePx).then((raster) => stretch(raster, levels));
      copies.set(longEdgePx, copy);
      return copy;
    },
  };
}

/** Between which levels nearly all values lie. */
function rangeOf({ data }: Raster): { readonly from: number; readonly to: number } {
  const sorted = Uint8Array.from(data).sort();
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { from: at(aside), to: at(1 - aside) };
}

function stretch(raster: Raster, levels: Uint8ClampedArray): Raster {
  return { ...raster, data: raster.data.map((level) => levels[level]!) };
}
