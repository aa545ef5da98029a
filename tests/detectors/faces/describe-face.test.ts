import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFaceDetector, type FaceDetector } from '../../../src/detectors/faces/create-face-detector.ts';
import { decodePhoto } from '../../../src/pipeline/decode.ts';
import type { Face } from '../../../src/policy/words/evidence.ts';

const demo = path.join(import.meta.dirname, '../../../node_modules/@vladmandic/face-api/demo');
let detector: FaceDetector;
let faces: Face[];
const bytes = readFile(path.join(demo, 'sample6.jpg'));

/** The faces of the demo photo with something drawn around both eyes of each, as large as glasses. */
async function seeBehind(fill: string, opacity: number, eyes: readonly ('eyeLeft' | 'eyeRight')[]): Promise<Face[]> {
  const { width, height } = await sharp(await bytes).metadata();
  const shapes = faces.flatMap(({ landmarks }) => {
    const apart = Math.hypot(landmarks.eyeRight.x - landmarks.eyeLeft.x, landmarks.eyeRight.y - landmarks.eyeLeft.y);
    return eyes.map((eye) => {
      const { x, y } = landmarks[eye];
      return `<ellipse cx="${x}" cy="${y}" rx="${apart * 0.4}" ry="${apart * 0.34}" fill="${fill}" fill-opacity="${opacity}"/>`;
    });
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes.join('')}</svg>`;
  const drawn = await sharp(await bytes).composite([{ input: Buffer.from(svg) }]).png().toBuffer(); // prettier-ignore
  const photo = await decodePhoto(drawn, 'png');
  return Promise.all(faces.map(({ box }) => detector.describeBox(photo, box)));
}
const lightOf = (seen: readonly Face[]): number[] => seen.map(({ eyeLight }) => eyeLight!);

beforeAll(async () => {
  detector = await createFaceDetector();
  const photo = await decodePhoto(await bytes, 'jpeg');
  const found = await detector.observe(photo, {}, new AbortController().signal);
  faces = found.filter(({ sizePx, score }) => sizePx > 100 && score > 0.9);
});

describe('how bright eyes are', () => {
  it('is about as bright as the cheeks for open eyes', () => {
    expect(faces.length).toBeGreaterThan(3);
    for (const light of lightOf(faces)) expect(light).toBeGreaterThan(0.67);
  });

  it('is little behind dark glasses, and less the darker they are', async () => {
    const dark = lightOf(await seeBehind('#111', 1, ['eyeLeft', 'eyeRight']));
    const brown = lightOf(await seeBehind('#3a2416', 0.7, ['eyeLeft', 'eyeRight']));
    for (const [at, light] of dark.entries()) {
      expect(light).toBeLessThan(0.4);
      expect(light).toBeLessThan(brown[at]!);
      expect(brown[at]).toBeLessThan(0.67);
    }
  });

  it('is that of the brighter eye where the other lies in the dark', async () => {
    for (const light of lightOf(await seeBehind('#111', 1, ['eyeLeft']))) expect(light).toBeGreaterThan(0.6);
  });
});

describe('how far apart the landmark nets see the points of a face', () => {
  it('is little for faces that can be seen', () => {
    for (const { disagreement } of faces) expect(disagreement).toBeLessThan(0.03);
  });
});
