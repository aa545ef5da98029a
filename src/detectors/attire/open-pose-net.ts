import { ort } from '../../inference/onnx-runtime.ts';
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
  /** At most `mostPoses` people, best first; in a part of the picture when one is given (whole pixels inside it). */
  find(picture: Raster, part?: Box): Promise<Pose[]>;
}

/** However many people there are, the net answers with no more. */
export const mostPoses = 6;

const longEdgePx = 256;
const strideLengthPx = 32;
const valuesPerPerson = 56;
const leastJointScore = 0.25;
const leastPersonScore = 0.2;

const paddedTo = (length: number): number => Math.max(1, Math.ceil(length / strideLengthPx)) * strideLengthPx;

/** The part at the net's size, in the top left corner of a black sheet whose sides the net accepts. */
async function toSheet(
  picture: Raster,
  part: Box,
): Promise<{ tensor: ort.Tensor; width: number; height: number; zoom: number }> {
  const zoom = longEdgePx / Math.max(part.width, part.height);
  const width = Math.max(1, Math.round(part.width * zoom));
  const height = Math.max(1, Math.round(part.height * zoom));
  const [right, bottom] = [paddedTo(width), paddedTo(height)];
  const pixels = await sharp(picture.data, {
    raw: { width: picture.width, height: picture.height, channels: 3 },
    limitInputPixels: false,
  })
    .extract({ left: part.x, top: part.y, width: part.width, height: part.height })
    .resize(width, height, { fit: 'fill' })
    .extend({ right: right - width, bottom: bottom - height, background: '#000000' })
    .raw()
    .toBuffer();
  const tensor = new ort.Tensor('float32', Float32Array.from(pixels), [1, bottom, right, 3]);
  return { tensor, width: right, height: bottom, zoom };
}

type Place = (x: number, y: number) => Point;

function readJoints(row: Float32Array, place: Place): Joints {
  const joints: Partial<Record<JointName, Point>> = {};
  jointNames.forEach((name, index) => {
    const [y, x, score] = row.subarray(index * 3, index * 3 + 3) as unknown as [number, number, number];
    if (score >= leastJointScore) joints[name] = place(x, y);
  });
  return joints;
}

function readPose(row: Float32Array, place: Place, { width, height }: Raster): Pose | null {
  const [top, left, bottom, right, score] = row.subarray(51) as unknown as [number, number, number, number, number];
  if (score < leastPersonScore) return null;
  const joints = readJoints(row, place);
  const corners = [place(left, top), place(right, bottom), ...Object.values(joints)];
  const box = clampBox(boxAround(corners), width, height);
  return box.width < 1 || box.height < 1 ? null : { box, joints, score };
}

/** Finds people and their joints with MoveNet multipose. Throws `model-missing` or `model-altered`. */
export async function openPoseNet(folder: string = modelsFolder): Promise<PoseNet> {
  const model = await openModel('movenet_multipose', folder);
  return {
    version: model.version,
    async find(picture, part = { x: 0, y: 0, width: picture.width, height: picture.height }) {
      const sheet = await toSheet(picture, part);
      const { people } = await model.run({ image: sheet.tensor });
      if (!(people?.data instanceof Float32Array)) throw new TypeError('the pose net gave no numbers');
      const { data } = people;
      const place: Place = (x, y) => ({
        x: part.x + (x * sheet.width) / sheet.zoom,
        y: part.y + (y * sheet.height) / sheet.zoom,
      });
      return Array.from({ length: data.length / valuesPerPerson }, (_, person) =>
        readPose(data.subarray(person * valuesPerPerson, (person + 1) * valuesPerPerson), place, picture),
      )
        .filter((pose) => pose !== null)
        .sort((a, b) => b.score - a.score);
    },
  };
}
