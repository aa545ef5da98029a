import { ort } from '../src/inference/onnx-runtime.ts';
import { openDetectors } from '../src/detectors/registry.ts';
import { encodeJpeg } from '../src/pipeline/clean/encode-jpeg.ts';
import { decodePhoto } from '../src/pipeline/decode.ts';
import { intakeFile } from '../src/pipeline/intake.ts';
import { Journey } from '../src/pipeline/journey.ts';
import { runStages } from '../src/pipeline/run.ts';

/** Mean milliseconds a photo that no arrangement of the same nets and codecs could save, and how long it took in all. */
export interface Floor {
  readonly netsMs: number;
  readonly codecsMs: number;
  readonly wholeMs: number;
}

/** Adds up the time inside ONNX Runtime, whichever session runs. Returns a function that reads the sum. */
function timeNets(sample: ort.InferenceSession): () => number {
  const prototype = Object.getPrototypeOf(sample) as Pick<ort.InferenceSession, 'run'>;
  const run = prototype.run as (...args: unknown[]) => Promise<ort.InferenceSession.OnnxValueMapType>;
  let sumMs = 0;
  prototype.run = async function (this: unknown, ...args: unknown[]) {
    const beganMs = performance.now();
    try {
      return await run.apply(this, args);
    } finally {
      sumMs += performance.now() - beganMs;
    }
  };
  return () => sumMs;
}

async function timeCodecs(file: string): Promise<number> {
  const { bytes, kind } = await intakeFile(file);
  const beganMs = performance.now();
  const { full } = await decodePhoto(bytes, kind);
  await encodeJpeg(full, 90);
  return performance.now() - beganMs;
}

/** Runs the stages in this very process, with the nets' and the codecs' own time taken apart. */
export async function measureFloor(photos: readonly string[]): Promise<Floor> {
  const detectors = await openDetectors({ engine: 'onnx', operatingPoint: 'careful' });
  const anyModel = new URL('../models/fr_landmark.onnx', import.meta.url).pathname;
  const netsSoFar = timeNets(await ort.InferenceSession.create(anyModel));
  const screen = async (path: string): Promise<void> => {
    const request = { path, compare: { off: 'a measurement of speed' }, cleanTo: null, cleanLongEdgePx: null };
    await runStages(new Journey(request, detectors, new Map()), 120_000, () => undefined);
  };
  await screen(photos[0]!);
  const netsBefore = netsSoFar();
  const beganMs = performance.now();
  for (const photo of photos) await screen(photo);
  const wholeMs = performance.now() - beganMs;
  const netsMs = netsSoFar() - netsBefore;
  let codecsMs = 0;
  for (const photo of photos) codecsMs += await timeCodecs(photo);
  const share = (sum: number): number => sum / photos.length;
  return { netsMs: share(netsMs), codecsMs: share(codecsMs), wholeMs: share(wholeMs) };
}
