import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { readAttireHeads } from '../../../src/detectors/attire/attire-heads.ts';
import { createAttireDetector } from '../../../src/detectors/attire/create-attire-detector.ts';
import { cutPatch } from '../../../src/detectors/attire/cut-patch.ts';
import {
  openSceneEmbedder,
  type SceneEmbedder,
  type SceneReading,
} from '../../../src/detectors/attire/open-scene-embedder.ts';
import { takeColour } from '../../../src/detectors/attire/take-colour.ts';
import type { DecodedPhoto, Detector } from '../../../src/detectors/detector.ts';
import { createNudityDetector } from '../../../src/detectors/nudity/create-nudity-detector.ts';
import { modelsFolder } from '../../../src/inference/manifest.ts';
import { photoFromRaster } from '../../../src/pipeline/decode/photo-from-raster.ts';
import { readDemoPhoto } from '../../models/read-demo-photo.ts';

let embedder: SceneEmbedder;
let attire: Detector<'attire', 'faces'>;
let nudity: Detector<'nudity'>;
const { signal } = new AbortController();

const demoPhoto = async (number: number): Promise<DecodedPhoto> => photoFromRaster(await readDemoPhoto(number));

/** Every pixel given by its place. */
function drawn(width: number, height: number, at: (x: number, y: number) => [number, number, number]): DecodedPhoto {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set(at(x, y), (y * width + x) * 3);
  return photoFromRaster({ width, height, data });
}

/** Demo photo 6, with water drawn over all but the head of one of the women. */
async function headInDrawnWater(): Promise<DecodedPhoto> {
  const { data, ...size } = await readDemoPhoto(6);
  const all = `M0 0H${size.width}V${size.height}H0Z`;
  const head = 'M183 640a170 260 0 1 0 340 0a170 260 0 1 0 -340 0Z';
  const waves = Array.from({ length: 1500 }, (_, wave) => {
    const [x, y] = [(wave * 397) % size.width, (wave * 211) % size.height];
    return `M${x} ${y}q20 -14 40 0t40 0`;
  });
  const water =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">` +
    `<clipPath id="rest"><path clip-rule="evenodd" d="${all}${head}"/></clipPath><g clip-path="url(#rest)">` +
    `<path d="${all}" fill="#2f95cc"/><path d="${waves.join('')}" fill="none" stroke="#fff9" stroke-width="4"/></g></svg>`;
  const picture = sharp(data, { raw: { ...size, channels: 3 } }).composite([{ input: Buffer.from(water) }]);
  return photoFromRaster({ ...size, data: await picture.removeAlpha().raw().toBuffer() });
}

beforeAll(async () => {
  embedder = await openSceneEmbedder();
  attire = await createAttireDetector({ embedder });
  nudity = await createNudityDetector({ embedder });
});

describe('the attire and nudity detectors', () => {
  it.each([1, 2, 3, 4, 5, 6])('see neither swimwear nor nudity on demo photo %i', async (number) => {
    const photo = await demoPhoto(number);
    const seen = await attire.observe(photo, { faces: [] }, signal);
    expect(seen.swimwear).toBeLessThan(0.5);
    for (const person of seen.people) expect(person.inWater).toBeLessThan(0.3);
    expect((await nudity.observe(photo, {}, signal)).score).toBeLessThan(0.5);
  });

  it.each([
    ['blank', drawn(640, 480, () => [128, 128, 128])],
    ['one pixel', drawn(1, 1, () => [250, 200, 180])],
    ['very wide', drawn(3000, 2, (x) => [x % 256, 90, 60])],
    ['skin-coloured', drawn(500, 500, () => [224, 172, 138])],
    ['striped', drawn(300, 700, (x, y) => ((x + y) % 40 < 20 ? [20, 120, 60] : [240, 240, 235]))],
  ])('answer with probabilities and no alarm for a %s picture', async (_name, photo) => {
    const { swimwear, water } = await attire.observe(photo, { faces: [] }, signal);
    const { score } = await nudity.observe(photo, {}, signal);
    for (const value of [swimwear, water, score]) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThan(0.5);
    }
  });

  it('take somebody for being in the water once water is drawn up to the neck', async () => {
    const { water, people } = await attire.observe(await headInDrawnWater(), { faces: [] }, signal);
    expect(water).toBeGreaterThan(0.5);
    expect(people).toHaveLength(1);
    expect(people[0]!.inWater).toBeGreaterThan(0.7);
  });

  it('see a pool without its blue, in sepia as in grey', async () => {
    const { full } = await headInDrawnWater();
    const grey = takeColour(full);
    const sepia = { ...full, data: grey.data.map((value, at) => value * [1, 0.85, 0.65][at % 3]!) };
    const inGrey = await attire.observe(photoFromRaster(grey), { faces: [] }, signal);
    const inSepia = await attire.observe(photoFromRaster(sepia), { faces: [] }, signal);
    expect(inGrey.water).toBeGreaterThan(0.5);
    expect(inGrey.swimwear).toBeGreaterThan(0.5);
    expect(inSepia.water).toBeGreaterThan(0.5);
    expect(inSepia.swimwear).toBeGreaterThan(0.5);
    expect(inGrey.people[0]!.skin).toEqual({ torso: null, upperArms: null, thighs: null });
  });

  it('see in a dark picture what they see in a light one', async () => {
    const { full } = await headInDrawnWater();
    const dark = photoFromRaster({ ...full, data: full.data.map((value) => value * 0.4) });
    const light = await attire.observe(photoFromRaster(full), { faces: [] }, signal);
    const seen = await attire.observe(dark, { faces: [] }, signal);
    expect(Math.abs(seen.swimwear - light.swimwear)).toBeLessThan(0.1);
    expect(Math.abs(seen.water - light.water)).toBeLessThan(0.1);
  });

  it('give the same answer for the same picture, and another for another', async () => {
    const first = await attire.observe(await demoPhoto(1), { faces: [] }, signal);
    const again = await attire.observe(await demoPhoto(1), { faces: [] }, signal);
    const other = await attire.observe(await demoPhoto(2), { faces: [] }, signal);
    expect(again).toEqual(first);
    expect(other.swimwear).not.toBe(first.swimwear);
  });

  it('stop when told to', async () => {
    const photo = await demoPhoto(1);
    const stopped = AbortSignal.abort();
    await expect(attire.observe(photo, { faces: [] }, stopped)).rejects.toThrow();
    await expect(nudity.observe(photo, {}, stopped)).rejects.toThrow();
  });

  it('name the exact weights in their versions', async () => {
    const { sha256 } = JSON.parse(await readFile(path.join(modelsFolder, 'attire_head.json'), 'utf8')) as {
      sha256: string;
    };
    expect(attire.version.startsWith(embedder.version)).toBe(true);
    expect(attire.version.endsWith(sha256.slice(0, 12))).toBe(true);
    expect(nudity.version).toBe(embedder.version);
  });

  // What TensorFlow.js computes with nsfwjs 4.3.0's own files for the same squares.
  it.each([
    [1, [0.121, 0.0011, 0.8549, 0.0024, 0.0207]],
    [2, [0.0169, 0.1506, 0.0155, 0.3844, 0.4326]],
    [3, [0.0251, 0.0031, 0.1555, 0.0558, 0.7605]],
  ])('agree with the published net on demo photo %i', async (number, expected) => {
    const picture = await readDemoPhoto(number);
    const patch = await cutPatch(picture, { ...picture, x: 0, y: 0 });
    const [{ classes }] = (await embedder.read([patch])) as [SceneReading];
    expect(classes).toHaveLength(5);
    classes.forEach((value, index) => {
      expect(value).toBeCloseTo(expected[index]!, 3);
    });
  });
});

describe('the trained heads', () => {
  async function withHeads(text: string, act: (folder: string) => Promise<void>): Promise<void> {
    const folder = await mkdtemp(path.join(tmpdir(), 'photoward-heads-'));
    try {
      await writeFile(path.join(folder, 'attire_head.json'), text);
      await act(folder);
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  it('are refused when a number was changed', async () => {
    const shipped = await readFile(path.join(modelsFolder, 'attire_head.json'), 'utf8');
    const altered = shipped.replace(/"bias": -?\d/, '"bias": 7');
    expect(altered).not.toBe(shipped);
    await withHeads(altered, async (folder) => {
      await expect(readAttireHeads(embedder.version, folder)).rejects.toMatchObject({ code: 'model-altered' });
    });
  });

  it('are refused with other nets', async () => {
    await expect(readAttireHeads('other-nets')).rejects.toMatchObject({ code: 'model-altered' });
  });

  it('are missed when the file is absent or not of their form', async () => {
    await withHeads('{}', async (folder) => {
      await expect(readAttireHeads(embedder.version, folder)).rejects.toMatchObject({ code: 'model-missing' });
    });
    await expect(readAttireHeads(embedder.version, '/nowhere')).rejects.toMatchObject({
      code: 'model-missing',
      detail: 'attire_head.json',
    });
  });
});
