import ort from 'onnxruntime-node';
import { processorMs } from '../../bench/processor-ms.ts';
import type { ModelEntry } from '../../src/inference/manifest.ts';
import { readManifest } from '../../src/inference/manifest.ts';
import { openModel } from '../../src/inference/open-model.ts';

const runs = 7;

/** Sizes for the free dimensions, by model: those that Photoward mostly uses. */
const usualSizes: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  fr_detect: { height: 480, width: 640 },
  faceboxes: { height: 1536, width: 2048 },
  movenet_multipose: { height: 256, width: 256 },
  ocr_detect: { height: 736, width: 960 },
  ocr_recognise: { width: 320 },
  ocr_direction: { height: 48, width: 192 },
};

/** A picture of nothing in particular, in the model's own input range. */
function anyInput({ id, inputs: [input] }: ModelEntry): ort.Tensor {
  const shape = input!.shape.map((size) => (typeof size === 'number' ? size : (usualSizes[id]?.[size] ?? 1)));
  const isInterleaved = shape.at(-1) === 3;
  const length = shape.reduce((product, size) => product * size, 1);
  const value = (i: number): number => (isInterleaved ? (i * 37) % 256 : Math.sin(i / 50));
  return new ort.Tensor(
    'float32',
    Float32Array.from({ length }, (_, i) => value(i)),
    shape,
  );
}

async function timeModel(entry: ModelEntry): Promise<string> {
  const beforeLoad = process.cpuUsage();
  const model = await openModel(entry.id);
  const loadMs = processorMs(beforeLoad);
  const feeds = { [entry.inputs[0]!.name]: anyInput(entry) };
  await model.run(feeds);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    await model.run(feeds);
    times.push(processorMs(before));
  }
  await model.release();
  const columns = [entry.bytes / 1e6, loadMs, Math.min(...times)].map((figure) => figure.toFixed(1).padStart(9));
  return `${entry.id.padEnd(24)}${columns.join('')}`;
}

// Processor time, so that other work on the machine counts for little. `npx tsx models/build/time-models.ts`
process.stdout.write(`${'model'.padEnd(24)}       MB  load ms   run ms\n`);
for (const entry of (await readManifest()).values()) process.stdout.write(`${await timeModel(entry)}\n`);
