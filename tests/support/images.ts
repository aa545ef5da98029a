import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import type { Raster } from '../../src/lib/raster.ts';

const faceApi = path.dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json'));

/** One of the six group photos that come with face-api (1920 px wide JPEGs). */
export function demoPhoto(number: 1 | 2 | 3 | 4 | 5 | 6): Buffer {
  return readFileSync(path.join(faceApi, 'demo', `sample${number}.jpg`));
}

/**
 * A 64 x 48 HEIC with the four quarters below; `exif` also holds the EXIF orientation 6 and an artist. Both were drawn
 * by code and encoded with libheif's heif-enc.
 */
export function heicFixture(name: 'quarters' | 'quarters-exif'): Buffer {
  return readFileSync(path.join(import.meta.dirname, '..', 'fixtures', `${name}.heic`));
}

const quarterColours = {
  red: [220, 30, 30],
  green: [30, 200, 30],
  blue: [30, 30, 220],
  yellow: [230, 220, 40],
} as const;
export type QuarterColour = keyof typeof quarterColours;

/** Pixels of a picture whose quarters are red and green above, blue and yellow below. */
export function quarters(width = 64, height = 48): Raster {
  const data = new Uint8Array(width * height * 3);
  const names = ['red', 'green', 'blue', 'yellow'] as const;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const name = names[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)]!;
      data.set(quarterColours[name], (y * width + x) * 3);
    }
  }
  return { width, height, data };
}

/** A raster as an image to encode. */
export function imageOf({ width, height, data }: Raster): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** Names of the colours at the centres of the quarters, in reading order; null where none is near. */
export function quarterNames({ width, height, data }: Raster): (QuarterColour | null)[] {
  const centres = [0.25, 0.75].flatMap((y) => [0.25, 0.75].map((x) => [x, y] as const));
  return centres.map(([x, y]) => {
    const at = (Math.floor(y * height) * width + Math.floor(x * width)) * 3;
    const near = Object.entries(quarterColours).find(([, colour]) =>
      colour.every((value, channel) => Math.abs(value - data[at + channel]!) < 40),
    );
    return (near?.[0] as QuarterColour | undefined) ?? null;
  });
}
