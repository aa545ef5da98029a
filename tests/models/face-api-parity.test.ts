import ort from 'onnxruntime-node';
import { beforeAll, describe, expect, it } from 'vitest';
import { cutRaster } from '../../src/detectors/face-api/cut-raster.ts';
import type { FaceApiDetection, FaceApiLibrary } from '../../src/detectors/face-api/face-api-library.ts';
import { loadFaceApi } from '../../src/detectors/face-api/load-face-api.ts';
import { withTensor } from '../../src/detectors/face-api/with-tensor.ts';
import { openModel, type Model } from '../../src/inference/open-model.ts';
import { intersectionOverUnion, type Box } from '../../src/lib/geometry.ts';
import type { Raster } from '../../src/lib/raster.ts';
import { readDemoPhoto } from './read-demo-photo.ts';
import { squareInput } from './square-input.ts';

const minConfidence = 0.5;

let library: FaceApiLibrary;
let [ssd, landmark68, descriptor]: Model[] = [];

beforeAll(async () => {
  ({ library } = await loadFaceApi());
  [ssd, landmark68, descriptor] = await Promise.all(
    ['faceapi_ssd', 'faceapi_landmark68', 'faceapi_descriptor'].map((id) => openModel(id)),
  );
});

async function runNet(model: Model, name: string, values: Float32Array, sidePx: number): Promise<ort.Tensor[]> {
  const results = await model.run({ [name]: new ort.Tensor('float32', values, [1, sidePx, sidePx, 3]) });
  return Object.values(results);
}

/** The candidates of the converted detector above a score, in pixels of the photo, cut at its edges like face-api's. */
async function candidates(photo: Raster): Promise<{ box: Box; score: number }[]> {
  const [boxes, scores] = await runNet(ssd!, 'image', squareInput(photo, 512, { centred: false }), 512);
  const [corners, probabilities] = [boxes!.data as Float32Array, scores!.data as Float32Array];
  // face-api rounds the photo's size in the input to whole pixels, which moves boxes by up to a thousandth.
  const scale = (length: number): number => (length * 512) / Math.round((512 * length) / longEdge(photo));
  const [across, down] = [scale(photo.width), scale(photo.height)];
  return Array.from(probabilities, (score, i) => {
    const shares = Array.from(corners.slice(i * 4, i * 4 + 4), (share) => Math.min(Math.max(share, 0), 1));
    const [left, top, right, bottom] = shares as [number, number, number, number];
    const size = { width: (right - left) * across, height: (bottom - top) * down };
    return { box: { x: left * across, y: top * down, ...size }, score };
  }).filter(({ score }) => score > minConfidence);
}

const longEdge = ({ width, height }: Raster): number => Math.max(width, height);

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((largest, value, i) => Math.max(largest, Math.abs(value - b[i]!)), 0);
}

const sides = ({ x, y, width, height }: Box): number[] => [x, y, x + width, y + height];

/** A demo photo with the faces that face-api itself finds on it, looked for once. */
interface Located {
  readonly photo: Raster;
  readonly faces: readonly FaceApiDetection[];
}

async function locate(number: number): Promise<Located> {
  const photo = await readDemoPhoto(number);
  const faces = await withTensor(library, photo, (tensor) =>
    library.nets.ssdMobilenetv1.locateFaces(tensor, { minConfidence, maxResults: 100 }),
  );
  return { photo, faces };
}

/** face-api's points and description of one face, and what the converted nets make of the same pixels. */
async function compareFace(photo: Raster, { box }: FaceApiDetection): Promise<{ pointPx: number; descriptor: number }> {
  const face = cutRaster(photo, box)!;
  const landmarks = await withTensor(library, face, (tensor) => library.nets.faceLandmark68Net.detectLandmarks(tensor));
  const [points] = await runNet(landmark68!, 'face', squareInput(face, 112, { centred: true }), 112);
  const square = longEdge(face);
  const ours = Array.from(points!.data as Float32Array, (share, i) => {
    const border = (square - (i % 2 === 0 ? face.width : face.height)) / 2;
    return share * square - border;
  });
  const theirs = landmarks.positions.flatMap(({ x, y }) => [x, y]);

  const aligned = cutRaster(photo, landmarks.shiftBy(box.x, box.y).align(null, { useDlibAlignment: true }))!;
  const expected = await withTensor(library, aligned, (tensor) =>
    library.nets.faceRecognitionNet.computeFaceDescriptor(tensor),
  );
  const [actual] = await runNet(descriptor!, 'face', squareInput(aligned, 150, { centred: true }), 150);
  return {
    pointPx: largestDifference(ours, theirs),
    descriptor: largestDifference(actual!.data as Float32Array, expected),
  };
}

describe.each([1, 2, 6])('the nets converted from face-api agree with face-api itself on demo photo %i', (number) => {
  let located: Located;

  beforeAll(async () => {
    located = await locate(number);
  });

  it('finds the same faces', async () => {
    const { photo, faces: expected } = located;
    const found = await candidates(photo);
    expect(expected.length).toBeGreaterThanOrEqual(3);
    for (const { box, score } of expected) {
      const distances = found.map((one) => largestDifference(sides(one.box), sides(box)));
      const nearest = distances.indexOf(Math.min(...distances));
      expect(distances[nearest]).toBeLessThan(0.01);
      expect(found[nearest]!.score).toBeCloseTo(score, 4);
    }
    const strays = found.filter((one) => expected.every(({ box }) => intersectionOverUnion(one.box, box) <= 0.5));
    expect(strays).toEqual([]);
  });

  it('places the same points and describes faces alike', async () => {
    for (const detection of located.faces.slice(0, 2)) {
      const difference = await compareFace(located.photo, detection);
      expect(difference.pointPx).toBeLessThan(0.1);
      expect(difference.descriptor).toBeLessThan(1e-4);
    }
  });
});
