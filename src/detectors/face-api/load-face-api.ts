import { createRequire } from 'node:module';
import path from 'node:path';
import { AppError } from '../../lib/app-error.ts';
import type { FaceApiLibrary } from './face-api-library.ts';

const load = createRequire(import.meta.url);

/**
 * face-api with its three nets loaded, and its version: on TensorFlow's own library when `@tensorflow/tfjs-node` could be
 * installed, else on WebAssembly. Throws `engine-unavailable` when neither runs.
 */
export async function loadFaceApi(): Promise<{ readonly library: FaceApiLibrary; readonly version: string }> {
  try {
    const library = (await startNative()) ?? (await startWasm());
    const packageFile = load.resolve('@vladmandic/face-api/package.json');
    const folder = path.join(path.dirname(packageFile), 'model');
    const { ssdMobilenetv1, faceLandmark68Net, faceRecognitionNet } = library.nets;
    for (const net of [ssdMobilenetv1, faceLandmark68Net, faceRecognitionNet]) {
      if (!net.isLoaded) await net.loadFromDisk(folder);
    }
    const { version } = load(packageFile) as { version: string };
    return { library, version };
  } catch (cause) {
    throw new AppError('engine-unavailable', { cause });
  }
}

/** Undefined where tfjs-node is not installed or its library does not load on this machine. */
async function startNative(): Promise<FaceApiLibrary | undefined> {
  try {
    load('@tensorflow/tfjs-node');
  } catch {
    return undefined;
  }
  const library = load('@vladmandic/face-api/dist/face-api.node.js') as FaceApiLibrary;
  await library.tf.ready();
  return library;
}

async function startWasm(): Promise<FaceApiLibrary> {
  const library = load('@vladmandic/face-api/dist/face-api.node-wasm.js') as FaceApiLibrary;
  const backend = load('@tensorflow/tfjs-backend-wasm') as { setWasmPaths(folder: string): void };
  backend.setWasmPaths(`${path.dirname(load.resolve('@tensorflow/tfjs-backend-wasm/package.json'))}/dist/`);
  if (!(await library.tf.setBackend('wasm'))) throw new Error('the WebAssembly backend did not start');
  await library.tf.ready();
  return library;
}
