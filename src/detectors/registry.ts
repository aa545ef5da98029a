import type { PacksInUse } from '../inference/packs/pack-choice.ts';
import { createAttireDetector } from './attire/create-attire-detector.ts';
import { openSceneEmbedder } from './attire/open-scene-embedder.ts';
import type { FaceEngine } from './engines/face-engine.ts';
import { createNudityDetector } from './nudity/create-nudity-detector.ts';
import { createTextDetector } from './text/create-text-detector.ts';

export type EngineName = 'onnx' | 'face-api';
export type OperatingPoint = 'careful' | 'quick';

/** Which nets are wanted. */
export interface DetectorOptions {
  readonly engine: EngineName;
  readonly operatingPoint: OperatingPoint;
  /** The packs in use beside the shipped nets; face-api knows none. */
  readonly packs?: PacksInUse | undefined;
}

/** Everything that looks at photos, loaded. */
export interface DetectorSet extends FaceEngine {
  readonly attire: Awaited<ReturnType<typeof createAttireDetector>>;
  readonly nudity: Awaited<ReturnType<typeof createNudityDetector>>;
  readonly text: Awaited<ReturnType<typeof createTextDetector>>;
}

/** The engines are loaded when chosen: TensorFlow.js is a large library to read for nothing. */
async function openFaceEngine({ engine, operatingPoint, packs }: DetectorOptions): Promise<FaceEngine> {
  if (engine === 'face-api') return (await import('./engines/open-face-api.ts')).openFaceApi();
  return (await import('./engines/open-onnx.ts')).openOnnx({ operatingPoint, packs });
}

/** Loads all nets. Throws `model-missing`, `model-altered` or `engine-unavailable`. */
export async function openDetectors(options: DetectorOptions): Promise<DetectorSet> {
  const embedder = await openSceneEmbedder();
  const [faces, attire, nudity, text] = await Promise.all([
    openFaceEngine(options),
    createAttireDetector({ embedder }),
    createNudityDetector({ embedder }),
    createTextDetector(),
  ]);
  return { ...faces, attire, nudity, text };
}
