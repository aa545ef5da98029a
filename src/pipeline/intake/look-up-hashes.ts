import type { Raster } from '../../lib/raster.ts';
import type { DecodedPhoto } from '../../detectors/detector.ts';
import { sharp } from '../decode/pixel-engine.ts';
import { perceptualHash } from './perceptual-hash.ts';

/** What a picture of unknown origin is looked up by. */
export interface LookUpHashes {
  /** As it is, and without plain borders where it has them: compared with inner parts of released pictures, too. */
  readonly upright: readonly string[];
  /** The same turned and mirrored. */
  readonly turned: readonly string[];
}

/** Hashes look at 32 x 32 pixels, so a small copy says the same and is quick to turn. */
const hashedEdgePx = 512;
/** Compressed borders are plain to within a few of 255 steps. */
const plainSteps = 12;
const turns = [0, 90, 180, 270] as const;

const imageOf = ({ width, height, data }: Raster) => sharp(data, { raw: { width, height, channels: 3 } });

async function rasterOf(image: ReturnType<typeof imageOf>): Promise<Raster> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** Without borders of one colour, as screenshots have them; the picture itself where nothing would be left. */
async function withoutBorders(raster: Raster): Promise<Raster> {
  return await rasterOf(imageOf(raster).trim({ threshold: plainSteps })).catch(() => raster);
}

/** Turned by a quarter so many times and, unless neither, mirrored. */
async function turnedOf(raster: Raster): Promise<Raster[]> {
  const all: Raster[] = [];
  for (const degrees of turns) {
    const turned = degrees === 0 ? raster : await rasterOf(imageOf(raster).rotate(degrees));
    if (degrees !== 0) all.push(turned);
    all.push(await rasterOf(imageOf(turned).flop()));
  }
  return all;
}

/**
 * The hashes by which a copy is known again that was mirrored, turned by a quarter, or lies between plain borders: each
 * of these changes the hash of a picture altogether.
 */
export async function lookUpHashes(photo: DecodedPhoto): Promise<LookUpHashes> {
  const small = await photo.scaled(hashedEdgePx);
  const inner = await withoutBorders(small);
  const hasBorders = inner.width < small.width || inner.height < small.height;
  const pictures = hasBorders ? [small, inner] : [small];
  const turned = (await Promise.all(pictures.map(turnedOf))).flat();
  return {
    upright: [await perceptualHash(photo.full), ...(hasBorders ? [await perceptualHash(inner)] : [])],
    turned: await Promise.all(turned.map(perceptualHash)),
  };
}
