import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { runPhotos } from '../run-photos.ts';

// human on WebAssembly, one thread: boxes, mesh and description, as many faces as it will take.
const load = createRequire(import.meta.url);
const packages = path.join(import.meta.dirname, 'node_modules');
const wasm = load('@tensorflow/tfjs-backend-wasm');
wasm.setThreadsCount(1);
const { Human } = load(path.join(packages, '@vladmandic', 'human', 'dist', 'human.node-wasm.js'));
const off = { enabled: false };
// Its loader knows only web addresses: one that does not exist stands for the folder on this disk.
const models = 'http://models.invalid/';
globalThis.fetch = async (address) => {
  const file = path.join(packages, '@vladmandic', 'human', 'models', path.basename(String(address)));
  return new Response(await readFile(file), { headers: { 'content-type': 'application/octet-stream' } });
};
const human = new Human({
  backend: 'wasm',
  wasmPath: `${packages}/@tensorflow/tfjs-backend-wasm/dist/`,
  modelBasePath: models,
  cacheSensitivity: 0,
  debug: false,
  filter: off,
  face: {
    enabled: true,
    detector: { rotation: true, maxDetected: 50, minConfidence: 0.2 },
    mesh: { enabled: true },
    description: { enabled: true },
    iris: off,
    emotion: off,
    antispoof: off,
    liveness: off,
  },
  body: off,
  hand: off,
  object: off,
  gesture: off,
  segmentation: off,
});
await human.init();
await human.load();

runPhotos(async ({ full: { data, width, height } }) => {
  const pixels = human.tf.tensor(new Uint8Array(data), [1, height, width, 3], 'float32');
  const { face } = await human.detect(pixels);
  human.tf.dispose(pixels);
  return face.length;
});
