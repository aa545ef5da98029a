import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const labels = z.array(z.object({ image: z.string(), activity: z.string(), swimming: z.boolean() }));

const streetPhotos = z.array(z.object({ image: z.string(), event: z.string().optional() }));

export type Half = 'odd' | 'even';

/** One photo of a set with `labels.json`. */
export interface LabelledPhoto {
  /** Relative to the folder of the set. */
  readonly image: string;
  readonly file: string;
  readonly activity: string;
  /** Somebody wears swimwear, as labelled. */
  readonly swimming: boolean;
  /** Left out of both sides: surfing, where wetsuits and swimwear are mixed and not told apart by the labels. */
  readonly isLeftOut: boolean;
  /** The first, third, … photo of its activity in sorted order is odd (fitted on), the others even (reported on). */
  readonly half: Half;
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'));
}

/** A set of face photos says nothing about dress: its people wear street clothes, stage clothes, uniforms. */
async function readStreetPhotos(folder: string): Promise<z.infer<typeof labels>> {
  const entries = streetPhotos.parse(await readJson(path.join(folder, 'ground-truth.json')));
  return entries.map(({ image, event }) => ({ image, activity: event ?? 'street clothes', swimming: false }));
}

/**
 * Reads a folder's `labels.json` (image, activity, swimming), or else its `ground-truth.json` (image, event) as photos
 * without swimwear. Throws when neither is there or of that form.
 */
export async function readLabelledPhotos(folder: string): Promise<LabelledPhoto[]> {
  const entries = existsSync(path.join(folder, 'labels.json'))
    ? labels.parse(await readJson(path.join(folder, 'labels.json')))
    : await readStreetPhotos(folder);
  const seen = new Map<string, number>();
  return entries
    .toSorted((a, b) => (a.image < b.image ? -1 : 1))
    .map((entry) => {
      const count = (seen.get(entry.activity) ?? 0) + 1;
      seen.set(entry.activity, count);
      return {
        ...entry,
        file: path.join(folder, entry.image),
        isLeftOut: entry.activity === 'surfing',
        half: count % 2 === 1 ? 'odd' : 'even',
      };
    });
}
