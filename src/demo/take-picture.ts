import { createRequire } from 'node:module';
import path from 'node:path';
import { sharp } from '../pipeline/decode/pixel-engine.ts';
import { drawText } from '../pipeline/drawing/draw-text.ts';
import type { PictureMetadata } from './picture-metadata.ts';

/** A rectangle in pixels. */
export interface Cut {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A part of one of the six photos of adults that come with face-api, as a JPEG of a camera. */
export interface Scene {
  readonly sample: 1 | 2 | 3 | 4 | 5 | 6;
  readonly cut: Cut;
  readonly metadata?: PictureMetadata;
  /** A white card with these words, laid on the picture at this place. */
  readonly badge?: { readonly words: string; readonly left: number; readonly top: number };
  readonly mirrored?: boolean;
}

const demoFolder = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
  'demo',
);

/** Take a picture of a scene. JPEG. */
export async function takePicture({ sample, cut, metadata, badge, mirrored = false }: Scene): Promise<Buffer> {
  let picture = sharp(path.join(demoFolder, `sample${sample}.jpg`)).extract(cut);
  if (mirrored) picture = picture.flop();
  if (badge !== undefined) {
    const { words, left, top } = badge;
    picture = sharp(await picture.png().toBuffer()).composite([{ input: await drawCard(words), left, top }]);
  }
  if (metadata !== undefined) picture = picture.withExif(metadata);
  return await picture.jpeg({ quality: 90 }).toBuffer();
}

async function drawCard(words: string): Promise<Buffer> {
  const { png, width, height } = await drawText(words, { heightPx: 30, colour: '#111', widthPx: 600 });
  const card = { width: width + 36, height: height + 36, channels: 3, background: '#fff' } as const;
  return await sharp({ create: card })
    .composite([{ input: png, left: 18, top: 18 }])
    .png()
    .toBuffer();
}

/** A field under a sky, drawn: nobody in it, nothing to read. JPEG. */
export async function drawField(horizonPx: number, metadata: PictureMetadata): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800">
    <defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="#5b8fd0"/><stop offset="1" stop-color="#dfe9f2"/></linearGradient></defs>
    <rect width="1200" height="800" fill="url(#sky)"/><rect y="${horizonPx}" width="1200" height="800" fill="#4c7a34"/>
    <path d="M0 ${horizonPx + 20} Q300 ${horizonPx - 70} 600 ${horizonPx + 20} T1200 ${horizonPx} V${horizonPx + 120} H0Z" fill="#6b8f4a"/></svg>`;
  return await sharp(Buffer.from(svg)).withExif(metadata).jpeg({ quality: 90 }).toBuffer();
}

const portraitColours = ['#b9d6c2', '#d7c6e6', '#f1d3b3', '#bcd4ee', '#e8c1c5', '#d9dca6'];

/** A stand-in for a school portrait: a head and shoulders, drawn, nobody's. JPEG. */
export async function drawPortrait(number: number): Promise<Buffer> {
  const background = portraitColours[number % portraitColours.length]!;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="500"><rect width="400" height="500" fill="${background}"/>
    <ellipse cx="200" cy="${190 + (number % 5) * 6}" rx="${78 + (number % 4) * 5}" ry="100" fill="#8a6d5a"/><path d="M60 500 Q70 320 200 320 T340 500Z" fill="#3d4f6b"/></svg>`;
  return await sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer();
}
