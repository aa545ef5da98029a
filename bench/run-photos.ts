import { readFile } from 'node:fs/promises';
import type { DecodedPhoto } from '../src/detectors/detector.ts';
import { decodePhoto } from '../src/pipeline/decode.ts';
import { intakeFile } from '../src/pipeline/intake.ts';
import { processorMs } from './processor-ms.ts';

interface Order {
  readonly photos: readonly string[];
  /** When the process was started, milliseconds since 1970. */
  readonly bornAtMs: number;
}

async function openPhoto(file: string): Promise<DecodedPhoto> {
  const { kind } = await intakeFile(file);
  return decodePhoto(await readFile(file), kind);
}

/**
 * Common to all other libraries: decode as Photoward does, count faces, one photo after the other, and say the times.
 * `look` returns how many faces it found.
 */
export function runPhotos(look: (photo: DecodedPhoto) => Promise<number>): void {
  const run = async ({ photos, bornAtMs }: Order): Promise<void> => {
    await look(await openPhoto(photos[0]!));
    const firstAnswerMs = Date.now() - bornAtMs;
    const beganMs = performance.now();
    const before = process.cpuUsage();
    let faces = 0;
    for (const photo of photos) faces += await look(await openPhoto(photo));
    const used = processorMs(before);
    process.send?.({ firstAnswerMs, totalMs: performance.now() - beganMs, processorMs: used, faces });
  };
  process.once('message', (order: Order) => void run(order));
}
