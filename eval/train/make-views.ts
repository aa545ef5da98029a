import sharp from 'sharp';
import { cutPatch, patchSidePx } from '../../src/detectors/attire/cut-patch.ts';
import type { Box } from '../../src/lib/geometry.ts';
import type { Raster } from '../../src/lib/raster.ts';
import type { Random } from '../text/random.ts';

const square = { raw: { width: patchSidePx, height: patchSidePx, channels: 3 } } as const;

/** A part that covers at least the given share of each side. */
function randomPart({ width, height }: Raster, leastShare: number, random: Random): Box {
  const [w, h] = [random.between(leastShare, 1) * width, random.between(leastShare, 1) * height];
  return { x: random.between(0, width - w), y: random.between(0, height - h), width: w, height: h };
}

/** Other light, other camera: brightness, saturation, a tint, sometimes grey. Water must not be known by its blue alone. */
async function shiftColours(patch: Uint8Array, random: Random): Promise<Buffer> {
  const gain = [0, 1, 2].map(() => random.between(0.85, 1.15));
  const shifted = await sharp(patch, square)
    .modulate({
      brightness: random.between(0.75, 1.25),
      saturation: random.chance(0.1) ? 0 : random.between(0.5, 1.3),
      hue: Math.round(random.between(-12, 12)),
    })
    .raw()
    .toBuffer();
  return sharp(shifted, square).linear(gain, [0, 0, 0]).raw().toBuffer();
}

/** As a small or far-off picture would look: down to a few dozen pixels and back. */
async function coarsen(patch: Uint8Array, random: Random): Promise<Buffer> {
  const side = Math.round(random.between(48, 112));
  const small = await sharp(patch, square).resize(side, side).raw().toBuffer();
  return sharp(small, { raw: { width: side, height: side, channels: 3 } })
    .resize(patchSidePx, patchSidePx)
    .raw()
    .toBuffer();
}

/**
 * The squares a photo, or a part of it, is trained on: as it is, then `extra` altered views (cut, mirrored, recoloured,
 * coarsened). `leastShare` is how much of each side a cut keeps at least.
 */
export async function makeViews(
  source: Raster,
  part: Box,
  options: { readonly extra: number; readonly leastShare: number; readonly random: Random },
): Promise<Uint8Array[]> {
  const { extra, leastShare, random } = options;
  const views: Uint8Array[] = [await cutPatch(source, part)];
  for (let made = 0; made < extra; made++) {
    const inner = randomPart({ ...source, width: part.width, height: part.height }, leastShare, random);
    let view: Uint8Array = await cutPatch(source, { ...inner, x: part.x + inner.x, y: part.y + inner.y });
    if (random.chance(0.5)) view = await sharp(view, square).flop().raw().toBuffer();
    if (random.chance(0.8)) view = await shiftColours(view, random);
    if (random.chance(0.4)) view = await coarsen(view, random);
    views.push(view);
  }
  return views;
}
