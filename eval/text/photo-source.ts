import { readdir, readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { decodePhoto } from '../../src/pipeline/decode.ts';
import type { Box } from '../../src/lib/geometry.ts';
import type { Face } from '../../src/policy/words/evidence.ts';
import type { DecodedPhoto } from '../../src/detectors/detector.ts';

/** A photo to evaluate on, not yet decoded. */
export interface PhotoFile {
  readonly file: string;
  /** Marked faces, where the set has them. */
  readonly boxes: readonly Box[];
}

const truth = z.array(
  z.object({
    image: z.string(),
    faces: z.array(z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })).default([]),
  }),
);

async function marked(folder: string): Promise<Map<string, readonly Box[]>> {
  const file = path.join(folder, 'ground-truth.json');
  if (!existsSync(file)) return new Map();
  const entries = truth.safeParse(JSON.parse(await readFile(file, 'utf8')));
  return new Map(entries.success ? entries.data.map(({ image, faces }) => [path.resolve(folder, image), faces]) : []);
}

/** All JPEG photos under a folder, in the order of their names, with faces from its `ground-truth.json` if it has one. */
export async function listPhotos(folder: string): Promise<PhotoFile[]> {
  const boxes = await marked(folder);
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => /\.jpe?g$/i.test(name))
    .sort()
    .map((name) => path.resolve(folder, name))
    .map((file) => ({ file, boxes: boxes.get(file) ?? [] }));
}

/** Decodes a photo of the list. */
export async function openPhoto({ file }: PhotoFile): Promise<DecodedPhoto> {
  return decodePhoto(await readFile(file), 'jpeg');
}

/** A marked box as a face, its points where they are in most faces. */
export function faceOfBox(box: Box): Face {
  const at = (u: number, v: number): { x: number; y: number } => ({
    x: box.x + u * box.width,
    y: box.y + v * box.height,
  });
  return {
    box,
    score: 1,
    landmarks: {
      eyeLeft: at(0.3, 0.4),
      eyeRight: at(0.7, 0.4),
      nose: at(0.5, 0.6),
      mouthLeft: at(0.35, 0.8),
      mouthRight: at(0.65, 0.8),
    },
    sizePx: Math.min(box.width, box.height),
    frontality: 1,
    sharpness: 1,
  };
}
