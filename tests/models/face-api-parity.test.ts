import { ort } from '../../src/inference/onnx-runtime.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { cutRaster } from '../../src/detectors/face-api/cut-raster.ts';
import type { FaceApiDetection, FaceApiLibrary } from '../../src/detectors/face-api/face-api-library.ts';
import { loadFaceApi } from '../../src/detectors/face-api/load-face-api.ts';
import { withTensor } from '../../src/detectors/face-api/with-tensor.ts';
import { openModel, type Model } from '../../src/inference/open-model.ts';
import type { Raster } from '../../src/lib/raster.ts';
import { readDemoPhoto } from './read-demo-photo.ts';
import { squareInput } from './square-input.ts';

const minConfidence = 0.5;

let library: FaceApiLibrary;
let [landmark68, descriptor]: Model[] = [];

beforeAll(async () => {
  ({ library } = await loadFaceApi());
  [landmark68, descriptor] = await Promise.all(['faceapi_landmark68', 'faceapi_descriptor'].map((id) => openModel(id)));
});

async function runNet(model: Model, name: string, values: Float32Array, sidePx: number): Promise<ort.Tensor[]> {
  const results = await model.run({ [name]: new ort.Tensor('float32', values, [1, sidePx, sidePx, 3]) });
  return Object.values(results);
}

const longEdge = ({ width, height }: Raster): number => Math.max(width, height);

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((largest, value, i) => Math.max(largest, Math.abs(value - b[i]!)), 0);
}

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
  const [points] = await runNet(landmark68!, 'face', squareInput(face, 112), 112);
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
  const [actual] = await runNet(descriptor!, 'face', squareInput(aligned, 150), 150);
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

  it('places the same points and describes faces alike', async () => {
    expect(located.faces.length).toBeGreaterThanOrEqual(3);
    for (const detection of located.faces.slice(0, 2)) {
      const difference = await compareFace(located.photo, detection);
      expect(difference.pointPx).toBeLessThan(0.1);
      expect(difference.descriptor).toBeLessThan(1e-4);
    }
  });
});
