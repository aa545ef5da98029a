import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { TwoLayers } from './fit-two-layers.ts';

const base64 = (numbers: Float32Array): string => Buffer.from(numbers.buffer).toString('base64');

/** Writes a fitted net with its model card, as `readTwoLayers` reads it. */
export async function writeTwoLayers(file: string, card: Record<string, unknown>, net: TwoLayers): Promise<void> {
  const weights = {
    hidden: base64(net.hidden),
    hiddenBias: base64(net.hiddenBias),
    output: base64(net.output),
    outputBias: net.outputBias,
  };
  const sha256 = createHash('sha256').update(JSON.stringify(weights)).digest('hex');
  await writeFile(file, `${JSON.stringify({ card, sha256, weights }, null, 2)}\n`);
}
