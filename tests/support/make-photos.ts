import { createRequire } from 'node:module';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { pngChunk } from './png-chunk.ts';
import sharp from 'sharp';

const load = createRequire(import.meta.url);
const demo = path.join(path.dirname(load.resolve('@vladmandic/face-api/package.json')), 'demo');
const fontfile = load.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf');

/** One of face-api's six demo photos, 1 to 6. Photos 1 and 3 show the same three women. */
export const demoPhoto = (number: number): string => path.join(demo, `sample${number}.jpg`);

/** The fair-haired woman on the right of demo photo 1, as her reference photo. */
export const referenceCrop = (): Promise<Buffer> =>
  sharp(demoPhoto(1)).extract({ left: 1380, top: 130, width: 380, height: 380 }).jpeg({ quality: 95 }).toBuffer();

/** A field under a sky: nobody in it, nothing to read. JPEG. */
export async function landscape(seed = 0): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800">
    <defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="#5b8fd0"/><stop offset="1" stop-color="#dfe9f2"/></linearGradient></defs>
    <rect width="1200" height="800" fill="url(#sky)"/><rect y="${500 + seed}" width="1200" height="300" fill="#4c7a34"/>
    <path d="M0 520 Q300 430 600 520 T1200 500 V620 H0Z" fill="#6b8f4a"/></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer();
}

/** A white card with a name, laid on a photo at a place. JPEG. */
export async function withBadge(photo: string, name: string, at: { left: number; top: number }): Promise<Buffer> {
  const text = await sharp({
    text: {
      text: `<span foreground="#111">${name}</span>`,
      fontfile,
      font: 'DejaVu Sans Bold 34',
      dpi: 72,
      rgba: true,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = text.info;
  const card = await sharp({ create: { width: width + 40, height: height + 40, channels: 3, background: '#fff' } })
    .composite([{ input: text.data, left: 20, top: 20 }])
    .png()
    .toBuffer();
  return sharp(photo)
    .composite([{ input: card, ...at }])
    .jpeg({ quality: 92 })
    .toBuffer();
}

/** A black PNG of any size, one bit a pixel: a small file that decodes to a very large picture. */
export function blackPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Two frames of two colours. GIF. */
export async function animatedGif(): Promise<Buffer> {
  const frames = ['#c03030', '#3030c0'].map((background) => ({
    create: { width: 200, height: 150, channels: 3, background } as const,
  }));
  const raws = await Promise.all(frames.map((frame) => sharp(frame).png().toBuffer()));
  return sharp(raws, { join: { animated: true } })
    .gif({ delay: [100, 100], loop: 0 })
    .toBuffer();
}
