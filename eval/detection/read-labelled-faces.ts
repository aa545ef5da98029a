import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const photo = z.object({
  image: z.string(),
  faces: z.array(
    z.object({
      x: z.number(),
      y: z.number(),
      width: z.number(),
      height: z.number(),
      occlusion: z.number(),
      invalid: z.boolean(),
    }),
  ),
});

export type LabelledPhoto = z.infer<typeof photo>;
export type LabelledFace = LabelledPhoto['faces'][number];

/** The labels of a detection set: boxes in pixels, with occlusion 0-2 and whether the box is to be ignored. */
export async function readLabelledFaces(folder: string): Promise<LabelledPhoto[]> {
  return z.array(photo).parse(JSON.parse(await readFile(path.join(folder, 'ground-truth.json'), 'utf8')));
}
