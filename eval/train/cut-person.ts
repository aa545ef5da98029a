import sharp from 'sharp';
import type { JointName, Pose } from '../../src/detectors/attire/open-pose-net.ts';
import { personPart } from '../../src/detectors/attire/person-part.ts';
import type { Box, Point } from '../../src/lib/geometry.ts';
import type { Raster } from '../../src/lib/raster.ts';

/** A person without background: interleaved RGBA. */
export interface Cutout {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
}

const limbs: readonly (readonly [JointName, JointName, number])[] = [
  ['leftShoulder', 'leftElbow', 0.34],
  ['rightShoulder', 'rightElbow', 0.34],
  ['leftElbow', 'leftWrist', 0.3],
  ['rightElbow', 'rightWrist', 0.3],
  ['leftHip', 'leftKnee', 0.48],
  ['rightHip', 'rightKnee', 0.48],
  ['leftKnee', 'leftAnkle', 0.38],
  ['rightKnee', 'rightAnkle', 0.38],
];

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** A length that grows with the person: shoulder to hip, or what stands in for it. */
function torsoLength({ joints, box }: Pose): number {
  const { leftShoulder, rightShoulder, leftHip, rightHip } = joints;
  const sides = [
    leftShoulder && leftHip ? distance(leftShoulder, leftHip) : 0,
    rightShoulder && rightHip ? distance(rightShoulder, rightHip) : 0,
    leftShoulder && rightShoulder ? distance(leftShoulder, rightShoulder) : 0,
  ];
  return Math.max(...sides, Math.min(box.width, box.height) * 0.25);
}

/** Head, trunk and limbs as thick round strokes: white where the person is. */
function silhouette(pose: Pose, part: Box): Buffer {
  const { joints } = pose;
  const unit = torsoLength(pose);
  const place = ({ x, y }: Point): string => `${(x - part.x).toFixed(1)},${(y - part.y).toFixed(1)}`;
  const strokes = limbs.flatMap(([from, to, share]) => {
    const [a, b] = [joints[from], joints[to]];
    return a && b ? [`<polyline points="${place(a)} ${place(b)}" stroke-width="${unit * share}"/>`] : [];
  });
  const trunk = [joints.leftShoulder, joints.rightShoulder, joints.rightHip, joints.leftHip].filter(
    (p) => p !== undefined,
  );
  if (trunk.length > 2)
    strokes.push(`<polygon points="${trunk.map(place).join(' ')}" fill="#fff" stroke-width="${unit * 0.42}"/>`);
  else if (trunk.length === 2)
    strokes.push(`<polyline points="${trunk.map(place).join(' ')}" stroke-width="${unit * 0.7}"/>`);
  const head = [joints.nose, joints.leftEye, joints.rightEye, joints.leftEar, joints.rightEar].filter(
    (p) => p !== undefined,
  );
  if (head.length > 0)
    strokes.push(`<polyline points="${[...head, head[0]!].map(place).join(' ')}" stroke-width="${unit * 0.62}"/>`);
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${part.width}" height="${part.height}">` +
      `<rect width="100%" height="100%" fill="#000"/>` +
      `<g stroke="#fff" fill="none" stroke-linecap="round" stroke-linejoin="round">${strokes.join('')}</g></svg>`,
  );
}

/** Pool water and spray: blue to cyan, or nearly white. */
function isWater(red: number, green: number, blue: number): boolean {
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  if (blue > red + 12 && green > red - 10 && most > 60) return true;
  return least > 185 && most - least < 40 && blue >= red - 5;
}

/** Cuts a person out along the joints; water that the outline takes in is left behind when asked. */
export async function cutPerson(
  picture: Raster,
  pose: Pose,
  options: { readonly dropWater: boolean },
): Promise<Cutout> {
  const part = personPart(pose.box, picture);
  const feather = Math.max(0.5, torsoLength(pose) * 0.05);
  const alpha = await sharp(silhouette(pose, part)).greyscale().blur(feather).raw().toBuffer();
  const data = Buffer.alloc(part.width * part.height * 4);
  for (let y = 0; y < part.height; y++) {
    for (let x = 0; x < part.width; x++) {
      const from = ((part.y + y) * picture.width + part.x + x) * 3;
      const to = (y * part.width + x) * 4;
      const [red, green, blue] = [picture.data[from]!, picture.data[from + 1]!, picture.data[from + 2]!];
      data.set([red, green, blue], to);
      data[to + 3] = options.dropWater && isWater(red, green, blue) ? 0 : alpha[y * part.width + x]!;
    }
  }
  return { width: part.width, height: part.height, data };
}
