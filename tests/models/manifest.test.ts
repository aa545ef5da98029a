import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ort } from '../../src/inference/onnx-runtime.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { modelsFolder, readManifest, type ModelEntry } from '../../src/inference/manifest.ts';
import { openModel } from '../../src/inference/open-model.ts';
import { readCompanion } from '../../src/inference/read-companion.ts';

const manifest = await readManifest();
const entries = [...manifest.values()];
const shippedFiles = entries.flatMap((entry) => [entry, ...entry.companions]);

type Shape = readonly (number | string)[];

/** Free dimensions may be named as one likes; fixed ones must be the session's own. */
const sizes = (shape: Shape): Shape => shape.map((size) => (typeof size === 'number' ? size : 'free'));

const declared = (tensors: ModelEntry['inputs']): Record<string, Shape> =>
  Object.fromEntries(tensors.map(({ name, shape }) => [name, sizes(shape)]));

function actual(tensors: readonly ort.InferenceSession.ValueMetadata[]): Record<string, Shape> {
  return Object.fromEntries(tensors.map((tensor) => [tensor.name, tensor.isTensor ? sizes(tensor.shape) : []]));
}

describe('the manifest', () => {
  it('names every net that the product is built from', () => {
    expect([...manifest.keys()]).toEqual(
      expect.arrayContaining([
        ...['fr_detect', 'fr_landmark', 'fr_feature', 'faceboxes', 'faceapi_descriptor', 'faceapi_landmark68'],
        ...['nsfw_mobilenetv2', 'movenet_multipose', 'ocr_detect', 'ocr_recognise', 'ocr_direction'],
      ]),
    );
  });

  it('keeps all files together under 60 MB', async () => {
    const bytes = await Promise.all(
      shippedFiles.map(async ({ file }) => (await stat(path.join(modelsFolder, file))).size),
    );
    expect(bytes).toEqual(shippedFiles.map((shipped) => shipped.bytes));
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60e6);
  });

  it.each(entries.map((entry) => [entry.id, entry] as const))('tells the truth about %s', async (id, entry) => {
    const model = await openModel(id);
    expect(model.version).toBe(entry.sha256.slice(0, 12));
    await model.release();
    const session = await ort.InferenceSession.create(path.join(modelsFolder, entry.file), {
      graphOptimizationLevel: 'disabled',
      intraOpNumThreads: 1,
      logSeverityLevel: 3,
    });
    expect(declared(entry.inputs)).toEqual(actual(session.inputMetadata));
    expect(declared(entry.outputs)).toEqual(actual(session.outputMetadata));
    expect(entry.limits.length).toBeGreaterThan(0);
    await session.release();
  });

  it('has a model card for every net, and no card for another', async () => {
    const cards = await readFile(path.join(modelsFolder, '..', 'docs', 'model-cards.md'), 'utf8');
    const listed = [...cards.matchAll(/^\| `(\w+)`/gm)].map((match) => match[1]!);
    expect(listed.sort()).toEqual([...manifest.keys()].sort());
  });

  it('has the letters that the reading net gives, blank and space apart', async () => {
    const letters = (await readCompanion('ocr_recognise', 'ocr_keys.txt')).toString('utf8').trimEnd().split('\n');
    const classes = manifest.get('ocr_recognise')!.outputs[0]!.shape.at(-1);
    expect(letters.length + 2).toBe(classes);
    expect(letters).toEqual(expect.arrayContaining(['A', 'z', '0', '@', 'é']));
  });
});

describe('a damaged installation', () => {
  const { id, file } = entries.reduce((smallest, entry) => (entry.bytes < smallest.bytes ? entry : smallest));
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'photoward-models-'));
    await copyFile(path.join(modelsFolder, 'manifest.json'), path.join(folder, 'manifest.json'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('names the file that was altered', async () => {
    const bytes = await readFile(path.join(modelsFolder, file));
    bytes[bytes.length >> 1] = bytes[bytes.length >> 1]! ^ 1;
    await writeFile(path.join(folder, file), bytes);
    await expect(openModel(id, folder)).rejects.toMatchObject({ code: 'model-altered', detail: file });
  });

  it('names the file that is missing', async () => {
    await expect(openModel(id, folder)).rejects.toMatchObject({ code: 'model-missing', detail: file });
  });

  it('names a net it has never heard of', async () => {
    await expect(openModel('no-such-net', folder)).rejects.toMatchObject({
      code: 'model-missing',
      detail: 'no-such-net',
    });
  });

  it('names a companion that was altered, is missing or unknown', async () => {
    const read = (name: string): Promise<Buffer> => readCompanion('ocr_recognise', name, folder);
    await expect(read('ocr_keys.txt')).rejects.toMatchObject({ code: 'model-missing', detail: 'ocr_keys.txt' });
    await writeFile(path.join(folder, 'ocr_keys.txt'), 'a\nb\n');
    await expect(read('ocr_keys.txt')).rejects.toMatchObject({ code: 'model-altered', detail: 'ocr_keys.txt' });
    await expect(read('other.txt')).rejects.toMatchObject({ code: 'model-missing', detail: 'other.txt' });
  });

  it('says when the manifest itself is missing or nonsense', async () => {
    await writeFile(path.join(folder, 'manifest.json'), '{"models": [{"id": "half"}]}');
    await expect(openModel(id, folder)).rejects.toMatchObject({ code: 'model-missing', detail: 'manifest.json' });
    await rm(path.join(folder, 'manifest.json'));
    await expect(openModel(id, folder)).rejects.toMatchObject({ code: 'model-missing', detail: 'manifest.json' });
  });
});
