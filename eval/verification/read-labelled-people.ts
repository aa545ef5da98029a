import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const portrait = z.object({ image: z.string(), subject: z.string(), age: z.number() });
const pair = z.object({ a: z.string(), b: z.string(), same: z.boolean() });

export type Portrait = z.infer<typeof portrait>;
export type Pair = z.infer<typeof pair>;

/** Portraits of children: who, and how old in years. */
export async function readPortraits(folder: string): Promise<Portrait[]> {
  return z.array(portrait).parse(JSON.parse(await readFile(path.join(folder, 'ground-truth.json'), 'utf8')));
}

/** Pairs of photos of adults: the labelled person is the one at the centre. */
export async function readPairs(folder: string): Promise<Pair[]> {
  return z.array(pair).parse(JSON.parse(await readFile(path.join(folder, 'pairs.json'), 'utf8')));
}
