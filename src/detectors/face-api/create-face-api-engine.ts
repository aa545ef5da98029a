import { AppError } from '../../lib/app-error.ts';
import type { Box } from '../../lib/geometry.ts';
import type { Raster } from '../../lib/raster.ts';
import type { Face } from '../../policy/words/evidence.ts';
import type { DecodedPhoto, Detector } from '../detector.ts';
import { fivePoints } from '../faces/five-points.ts';
import { measureFrontality } from '../faces/measure-frontality.ts';
import { measureSharpness } from '../faces/measure-sharpness.ts';
import { readGreyFace } from '../faces/read-grey-face.ts';
import { describeFaces } from './describe-faces.ts';
import type { FaceApiDetection, FaceApiLibrary } from './face-api-library.ts';
import { findLandmarks } from './find-landmarks.ts';
import { loadFaceApi } from './load-face-api.ts';
import { withTensor } from './with-tensor.ts';

/** face-api looks at 512 x 512 pixels; a copy of twice that keeps its own, coarse, shrinking from losing faces. */
const detectionLongEdgePx = 1024;
/** Lower than face-api's own 0.5, at which it misses one face of 24 to 40 px in five: doubtful faces are compared too. */
const minConfidence = 0.3;
const maxResults = 200;

/** face-api itself in the place of the nets that Photoward ships (`ENGINE=face-api`). */
export interface FaceApiEngine {
  readonly faces: Detector<'faces'>;
  /** 'tensorflow' when `@tensorflow/tfjs-node` is installed, else 'wasm'. */
  readonly backend: string;
  /** Names the net behind the descriptions; those of different nets are never compared. */
  readonly model: string;
  /** The face in a box that a person drew. Throws `invalid-input` for a box that holds no pixel of the photo. */
  describeBox(photo: DecodedPhoto, box: Box): Promise<Face>;
  /** 128 numbers for each face in order; compare with `descriptorSimilarity`. Throws `aborted`. */
  describeFaces(
    photo: DecodedPhoto,
    faces: readonly Pick<Face, 'landmarks'>[],
    signal?: AbortSignal,
  ): Promise<Float32Array[]>;
}

/** Starts face-api and loads its nets. Throws `engine-unavailable`. */
export async function createFaceApiEngine(): Promise<FaceApiEngine> {
  const { library, version } = await loadFaceApi();
  const backend = library.tf.getBackend();
  return {
    backend,
    model: `face-api-descriptor@${version}`,
    faces: {
      id: 'face-api',
      version: `${version}-${backend}`,
      observes: 'faces',
      needs: [],
      observe: (photo, _needed, signal) => observeFaces(library, photo, signal),
    },
    describeBox: async (photo, box) => {
      const face = await readFace(library, photo, photo.full, { box, score: 1 });
      if (face === undefined) throw new AppError('invalid-input', { detail: 'the box lies outside the photo' });
      return face;
    },
    describeFaces: (photo, faces, signal) => describeFaces(library, photo, faces, signal),
  };
}

async function observeFaces(library: FaceApiLibrary, photo: DecodedPhoto, signal: AbortSignal): Promise<Face[]> {
  const copy = await photo.scaled(detectionLongEdgePx);
  stopIfAborted(signal);
  const detections = await withTensor(library, copy, (tensor) =>
    library.nets.ssdMobilenetv1.locateFaces(tensor, { minConfidence, maxResults }),
  );
  const faces: Face[] = [];
  for (const detection of detections) {
    stopIfAborted(signal);
    const face = await readFace(library, photo, copy, detection);
    if (face !== undefined) faces.push(face);
  }
  return faces;
}

/** The evidence of one detection; undefined for one whose box holds no pixel of the photo. */
async function readFace(
  library: FaceApiLibrary,
  photo: DecodedPhoto,
  copy: Raster,
  { box: found, score }: FaceApiDetection,
): Promise<Face | undefined> {
  const [across, down] = [photo.full.width / copy.width, photo.full.height / copy.height];
  const [width, height] = [found.width * across, found.height * down];
  const box: Box = { x: found.x * across, y: found.y * down, width, height };
  const points = await findLandmarks(library, photo.full, box);
  if (points === undefined) return undefined;
  const landmarks = fivePoints(points.positions);
  return {
    box,
    score,
    landmarks,
    sizePx: Math.min(width, height),
    frontality: measureFrontality(landmarks),
    sharpness: measureSharpness(await readGreyFace(photo, landmarks)),
  };
}

function stopIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('aborted');
}
