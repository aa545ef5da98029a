import { createRequire } from 'node:module';
import path from 'node:path';
import sharp from 'sharp';
import type { Raster } from '../../src/lib/raster.ts';

const packageFolder = path.dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json'));

/** One of face-api's six demo photos, 1 to 6, at full size. */
export async function readDemoPhoto(number: number): Promise<Raster> {
  const file = path.join(packageFolder, 'demo', `sample${number}.jpg`);
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}
