import ort from 'onnxruntime-node';
import sharp from 'sharp';
import { modelsFolder } from '../../inference/manifest.ts';
import { openModel } from '../../inference/open-model.ts';
import { boxAround, clampBox, type Box, type Point } from '../../lib/geometry.ts';
import type { Raster } from '../../lib/raster.ts';

/** The joints of the pose net, in its order. Left and right are the subject's own. */
const jointNames = [
  'nose',
  'leftEye',
  'rightEye',
  'leftEar',
  'rightEar',
  'leftShoulder',
  'rightShoulder',
  'leftElbow',
  'rightElbow',
  'leftWrist',
  'rightWrist',
  'leftHip',
  'rightHip',
  'leftKnee',
  'rightKnee',
  'leftAnkle',
  'rightAnkle',
] as const;

export type JointName = (typeof jointNames)[number];

/** A joint the net is sure enough of. */
export type Joints = Readonly<Partial<Record<JointName, Point>>>;

/** One person: positions in pixels of the picture that was looked at. */
export interface Pose {
  readonly box: Box;
  readonly joints: Joints;
  /** How sure the net is, 0 to 1. */
  readonly score: number;
}

export interface PoseNet {
  readonly version: string;
  /** At most six people, best first. */
  find(picture: Raster): Promise<Pose[]>;
}

const longEdgePx = 256;
const strideLengthPx = 32;
const valuesPerPerson = 56;
const leastJointScore = 0.25;
const leastPersonScore = 0.2;

const paddedTo = (length: number): number => Math.max(1, Math.ceil(length / strideLengthPx)) * strideLengthPx;

/** The picture at the net's size, in the top left corner of a black sheet whose sides the net accepts. */
async function toSheet(picture: Raster): Promise<{ tensor: ort.Tensor; width: number; height: number; zoom: number }> {
  const zoom = longEdgePx / Math.max(picture.width, picture.height);
  const width = Math.max(1, Math.round(picture.width * zoom));
  const height = Math.max(1, Math.round(picture.height * zoom));
  const [right, bottom] = [paddedTo(width), paddedTo(height)];
  const pixels = await sharp(picture.data, {
    raw: { width: picture.width, height: picture.height, channels: 3 },
    limitInputPixels: false,
  })
    .resize(width, height, { fit: 'fill' })
    .extend({ right: right - width, bottom: bottom - height, background: '#000000' })
    .raw()
    .toBuffer();
  const tensor = new ort.Tensor('float32', Float32Array.from(pixels), [1, bottom, right, 3]);
  return { tensor, width: right, height: bottom, zoom };
}

function readJoints(row: Float32Array, scaleX: number, scaleY: number): Joints {
  const joints: Partial<Record<JointName, Point>> = {};
  jointNames.forEach((name, index) => {
    const [y, x, score] = row.subarray(index * 3, index * 3 + 3) as unknown as [number, number, number];
    if (score >= leastJointScore) joints[name] = { x: x * scaleX, y: y * scaleY };
  });
  return joints;
}

/** Finds people and their joints with MoveNet multipose. Throws `model-missing` or `model-altered`. */
export async function openPoseNet(folder: string = modelsFolder): Promise<PoseNet> {
  const model = await openModel('movenet_multipose', folder);
  return {
    version: model.version,
    async find(picture) {
      const sheet = await toSheet(picture);
      const { people } = await model.run({ image: sheet.tensor });
      if (!(people?.data instanceof Float32Array)) throw new TypeError('the pose net gave no numbers');
      const [scaleX, scaleY] = [sheet.width / sheet.zoom, sheet.height / sheet.zoom];
      const poses: Pose[] = [];
      for (let at = 0; at < people.data.length; at += valuesPerPerson) {
        const row = people.data.subarray(at, at + valuesPerPerson);
        const [top, left, bottom, right, score] = row.subarray(51) as unknown as [
          number,
          number,
          number,
          number,
          number,
        ];
        if (score < leastPersonScore) continue;
        const joints = readJoints(row, scaleX, scaleY);
        const corners = [
          { x: left * scaleX, y: top * scaleY },
          { x: right * scaleX, y: bottom * scaleY },
          ...Object.values(joints),
        ];
        const box = clampBox(boxAround(corners), picture.width, picture.height);
        if (box.width >= 1 && box.height >= 1) poses.push({ box, joints, score });
      }
      return poses.sort((a, b) => b.score - a.score);
    },
  };
}
