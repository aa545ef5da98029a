import { beforeAll, describe, expect, it } from 'vitest';
import { createFaceApiEngine, type FaceApiEngine } from '../../../src/detectors/face-api/create-face-api-engine.ts';
import { descriptorSimilarity } from '../../../src/detectors/face-api/descriptor-similarity.ts';
import { photoFromRaster } from '../../../src/pipeline/decode/photo-from-raster.ts';
import type { DecodedPhoto } from '../../../src/detectors/detector.ts';
import { defaultSchoolPolicy } from '../../../src/policy/default-school-policy.ts';
import type { Face } from '../../../src/policy/words/evidence.ts';
import { readDemoPhoto } from '../../models/read-demo-photo.ts';

const { signal } = new AbortController();
const { likely, possible } = defaultSchoolPolicy.match;

let engine: FaceApiEngine;
let [first, third]: { photo: DecodedPhoto; faces: readonly Face[] }[] = [];

async function look(number: number): Promise<{ photo: DecodedPhoto; faces: readonly Face[] }> {
  const photo = photoFromRaster(await readDemoPhoto(number));
  return { photo, faces: await engine.faces.observe(photo, {}, signal) };
}

beforeAll(async () => {
  engine = await createFaceApiEngine();
  [first, third] = [await look(1), await look(3)];
});

describe('the face-api engine', () => {
  it('finds the three women of demo photo 1, eyes above mouths', () => {
    const faces = [...first!.faces].sort((a, b) => a.box.x - b.box.x).filter(({ score }) => score > 0.5);
    expect(faces).toHaveLength(3);
    for (const { box, landmarks, sizePx, frontality, sharpness } of faces) {
      expect(sizePx).toBeGreaterThan(150);
      expect(landmarks.eyeLeft.y).toBeLessThan(landmarks.mouthLeft.y);
      expect(landmarks.eyeLeft.x).toBeLessThan(landmarks.eyeRight.x);
      expect(landmarks.nose.x).toBeGreaterThan(box.x);
      expect(landmarks.nose.x).toBeLessThan(box.x + box.width);
      expect(frontality).toBeGreaterThan(0.3);
      expect(frontality).toBeLessThanOrEqual(1);
      expect(sharpness).toBeGreaterThan(0.1);
      expect(sharpness).toBeLessThanOrEqual(1);
    }
  });

  it('names the version and the backend', () => {
    expect(engine.model).toMatch(/^face-api-descriptor@\d/);
    expect(engine.faces.version).toMatch(/^\d+\.\d+\.\d+-(wasm|tensorflow)$/);
  });

  it('finds the fair-haired woman of photo 1 again on photo 3, and nobody else', async () => {
    const fairHaired = first!.faces.reduce((right, face) => (face.box.x > right.box.x ? face : right));
    const [reference] = await engine.describeFaces(first!.photo, [fairHaired]);
    const descriptions = await engine.describeFaces(third!.photo, third!.faces, signal);
    const scores = descriptions.map((one) => descriptorSimilarity(reference!, one)).sort((a, b) => b - a);
    expect(scores[0]).toBeGreaterThanOrEqual(likely);
    expect(scores[1]).toBeLessThan(possible);
  });

  it('gives the same answer twice', async () => {
    expect(await engine.faces.observe(first!.photo, {}, signal)).toEqual(first!.faces);
  });

  it('stops when told to', async () => {
    const aborted = AbortSignal.abort();
    await expect(engine.faces.observe(first!.photo, {}, aborted)).rejects.toMatchObject({ code: 'aborted' });
    await expect(engine.describeFaces(first!.photo, first!.faces, aborted)).rejects.toMatchObject({ code: 'aborted' });
  });
});

describe('descriptorSimilarity', () => {
  const at = (distance: number): number =>
    descriptorSimilarity(
      new Float32Array(128),
      Float32Array.from({ length: 128 }, (_, i) => (i === 7 ? distance : 0)),
    );

  it('meets the default policy at the usual distances', () => {
    expect(at(0.6)).toBeCloseTo(possible, 6);
    expect(at(0.5)).toBeCloseTo(likely, 6);
  });

  it('falls with distance and stays between 0 and 1', () => {
    const scores = [0, 0.2, 0.4, 0.6, 0.8, 1.2].map(at);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores[0]).toBeLessThanOrEqual(1);
    expect(scores.at(-1)).toBeGreaterThan(0);
  });

  it('refuses descriptions of different nets', () => {
    expect(() => descriptorSimilarity(new Float32Array(128), new Float32Array(512))).toThrow(RangeError);
  });
});
