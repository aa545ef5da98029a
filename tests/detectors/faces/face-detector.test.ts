import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DecodedPhoto, Detector } from '../../../src/detectors/detector.ts';
import { createFaceDetector } from '../../../src/detectors/faces/create-face-detector.ts';
import { intersectionOverUnion, type Box } from '../../../src/lib/geometry.ts';
import { decodePhoto } from '../../../src/pipeline/decode.ts';
import type { Face } from '../../../src/policy/words/evidence.ts';

const demo = path.join(import.meta.dirname, '../../../node_modules/@vladmandic/face-api/demo');
const never = new AbortController().signal;

/** Looked at by eye: every face of the six demo photos, roughly. */
const facesOf: Readonly<Record<string, readonly (readonly [number, number, number, number])[]>> = {
  'sample1.jpg': [
    [421, 354, 175, 236],
    [837, 418, 184, 233],
    [1461, 231, 219, 210],
  ],
  'sample2.jpg': [
    [1444, 159, 201, 226],
    [364, 120, 160, 288],
    [894, 249, 160, 205],
  ],
  'sample3.jpg': [
    [591, 323, 200, 276],
    [1502, 297, 184, 269],
    [1069, 206, 239, 286],
  ],
  'sample4.jpg': [
    [266, 200, 154, 236],
    [987, 183, 179, 243],
    [661, 62, 191, 253],
    [1268, 156, 150, 241],
  ],
  'sample5.jpg': [
    [790, 106, 154, 222],
    [1116, 212, 157, 220],
    [604, 417, 161, 252],
    [1414, 384, 176, 286],
    [391, 877, 172, 273],
  ],
  'sample6.jpg': [
    [1175, 317, 191, 262],
    [1489, 263, 211, 263],
    [675, 335, 171, 294],
    [253, 490, 213, 259],
  ],
};

let detector: Detector<'faces'>;
beforeAll(async () => {
  detector = await createFaceDetector();
});

const read = async (file: string): Promise<DecodedPhoto> => decodePhoto(await readFile(path.join(demo, file)), 'jpeg');
const detect = (photo: DecodedPhoto): Promise<readonly Face[]> => detector.observe(photo, {}, never);
const detected = new Map<string, Promise<readonly Face[]>>();
/** The faces of a demo photo, found once for all tests of this file. */
function facesIn(file: string): Promise<readonly Face[]> {
  const faces = detected.get(file) ?? read(file).then(detect);
  detected.set(file, faces);
  return faces;
}
const sure = (faces: readonly Face[]): readonly Face[] => faces.filter(({ score }) => score >= 0.5);
const bestOverlap = (faces: readonly Face[], box: Box): number =>
  Math.max(0, ...faces.map((face) => intersectionOverUnion(face.box, box)));
const plain = (width: number, height: number): Promise<DecodedPhoto> =>
  sharp({ create: { width, height, channels: 3, background: '#8090a0' } })
    .png()
    .toBuffer()
    .then((bytes) => decodePhoto(bytes, 'png'));

describe('the face detector', () => {
  it.each(Object.entries(facesOf))('finds the faces of %s and no others', async (file, boxes) => {
    const faces = sure(await facesIn(file));
    expect(faces).toHaveLength(boxes.length);
    for (const [x, y, width, height] of boxes) {
      expect(bestOverlap(faces, { x, y, width, height })).toBeGreaterThan(0.7);
    }
  });

  it('puts the five points where they belong and measures size, frontality and sharpness', async () => {
    const faces = await facesIn('sample6.jpg');
    for (const { box, landmarks, sizePx, frontality, sharpness } of sure(faces)) {
      expect(landmarks.eyeLeft.x).toBeLessThan(landmarks.eyeRight.x);
      expect(landmarks.mouthLeft.x).toBeLessThan(landmarks.mouthRight.x);
      expect(landmarks.eyeLeft.y).toBeLessThan(landmarks.nose.y);
      expect(landmarks.nose.y).toBeLessThan(landmarks.mouthLeft.y);
      for (const point of [landmarks.eyeLeft, landmarks.eyeRight, landmarks.nose]) {
        expect(point.x).toBeGreaterThan(box.x);
        expect(point.x).toBeLessThan(box.x + box.width);
      }
      expect(sizePx).toBe(Math.min(box.width, box.height));
      expect(frontality).toBeGreaterThan(0.5);
      expect(sharpness).toBeGreaterThan(0.4);
    }
  });

  it('sees that a profile is turned away and that a blurred photo is blurred', async () => {
    const profile = (await facesIn('sample2.jpg')).find(({ box }) => box.x < 500);
    expect(profile?.frontality).toBeLessThan(0.4);
    const blurred = await sharp(path.join(demo, 'sample6.jpg')).blur(14).jpeg().toBuffer();
    const sharpnesses = sure(await detect(await decodePhoto(blurred, 'jpeg'))).map(({ sharpness }) => sharpness);
    expect(sharpnesses.length).toBeGreaterThan(0);
    expect(Math.max(...sharpnesses)).toBeLessThan(0.3);
  });

  /** How far the line between the eyes is off from that of a head turned clockwise, degrees. */
  const offBy = ({ landmarks: { eyeLeft, eyeRight } }: Face, degrees: number): number => {
    const turn = (Math.atan2(eyeRight.y - eyeLeft.y, eyeRight.x - eyeLeft.x) * 180) / Math.PI;
    return Math.abs(((turn - degrees + 540) % 360) - 180);
  };

  it.each([90, 180, 270])('finds faces in a photo turned by %i degrees, points included', async (degrees) => {
    const bytes = await sharp(path.join(demo, 'sample3.jpg')).rotate(degrees).resize({ width: 900 }).jpeg().toBuffer();
    const faces = sure(await detect(await decodePhoto(bytes, 'jpeg')));
    expect(faces).toHaveLength(3);
    for (const face of faces) expect(offBy(face, degrees)).toBeLessThan(30);
  });

  it.each([90, 180, 270])('sees how a head lies that is turned by %i degrees among upright ones', async (degrees) => {
    const [x, y, width, height] = facesOf['sample1.jpg']![1]!;
    const around = Math.round(width * 0.35);
    const area = { left: x - around, top: y - around, width: width + 2 * around, height: height + 2 * around };
    const head = await sharp(path.join(demo, 'sample1.jpg')).extract(area).rotate(degrees).toBuffer();
    const { width: across, height: down } = await sharp(head).metadata();
    const others = sharp(path.join(demo, 'sample4.jpg'));
    const place = { left: 20, top: (await others.metadata()).height - down - 10 };
    const photo = await decodePhoto(
      await others
        .composite([{ input: head, ...place }])
        .png()
        .toBuffer(),
      'png',
    );
    const faces = sure(await detect(photo));
    const isTurned = ({ box }: Face): boolean => box.x + box.width / 2 < place.left + across && box.y > place.top;
    expect(faces.map((face) => offBy(face, isTurned(face) ? degrees : 0) < 35)).toEqual([true, true, true, true, true]);
  });

  it.each([-0.06, 0, 0.1])('finds a face that fills the frame once, with %d of its sides around it', async (margin) => {
    const portraits = [
      ['sample1.jpg', 1],
      ['sample3.jpg', 2],
      ['sample6.jpg', 1],
    ] as const;
    for (const [file, index] of portraits) {
      const [x, y, width, height] = facesOf[file]![index]!;
      const [left, top] = [Math.round(x - width * margin), Math.round(y - height * margin)];
      const size = { width: Math.round(width * (1 + 2 * margin)), height: Math.round(height * (1 + 2 * margin)) };
      const cut = sharp(path.join(demo, file)).extract({ left, top, ...size });
      const bytes = await cut.resize(260, 260, { fit: 'inside' }).jpeg({ quality: 92 }).toBuffer();
      expect(sure(await detect(await decodePhoto(bytes, 'jpeg')))).toHaveLength(1);
    }
  });

  it('gives nothing for blank, tiny and long photos', async () => {
    for (const photo of [await plain(640, 480), await plain(1, 1), await plain(13, 7), await plain(4000, 9)]) {
      expect(await detect(photo)).toEqual([]);
    }
  });

  it('keeps its scale in a large photo', async () => {
    const bytes = await sharp(path.join(demo, 'sample1.jpg')).resize({ width: 4032 }).jpeg().toBuffer();
    const faces = sure(await detect(await decodePhoto(bytes, 'jpeg')));
    expect(faces).toHaveLength(3);
    expect(bestOverlap(faces, { x: 1461 * 2.1, y: 231 * 2.1, width: 219 * 2.1, height: 210 * 2.1 })).toBeGreaterThan(
      0.7,
    );
  });

  it('answers the same for the same photo, whatever it saw in between', async () => {
    const before = await facesIn('sample4.jpg');
    await facesIn('sample5.jpg');
    expect(await detect(await read('sample4.jpg'))).toEqual(before);
  });

  it('stops when it is told to', async () => {
    const photo = await read('sample4.jpg');
    await expect(detector.observe(photo, {}, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  });
});

/** Demo photo 6 with the head of its second face put before its first, so that a share of the width is hidden. */
async function hug(hidden: number, side: 'left' | 'right'): Promise<{ photo: DecodedPhoto; boxes: [Box, Box] }> {
  const [[x, y, width, height], [fromX, fromY, headWidth, headHeight]] = facesOf['sample6.jpg']! as unknown as [
    [number, number, number, number],
    [number, number, number, number],
  ];
  const size = { width: Math.round(headWidth * 1.1), height: Math.round(headHeight * 1.15) };
  const oval = `<svg width="${size.width}" height="${size.height}"><ellipse cx="50%" cy="50%" rx="50%" ry="50%"/></svg>`;
  const file = path.join(demo, 'sample6.jpg');
  const head = await sharp(file)
    .extract({ left: fromX - 10, top: fromY - 20, ...size })
    .ensureAlpha()
    .composite([{ input: Buffer.from(oval), blend: 'dest-in' }])
    .png()
    .toBuffer();
  const headX = Math.round(side === 'right' ? x + width * (1 - hidden) : x + width * hidden - headWidth);
  const bytes = await sharp(file)
    .composite([{ input: head, left: headX - 10, top: y - 20 }])
    .jpeg({ quality: 92 })
    .toBuffer();
  const boxes: [Box, Box] = [
    { x, y, width, height },
    { x: headX, y, width: headWidth, height: headHeight },
  ];
  return { photo: await decodePhoto(bytes, 'jpeg'), boxes };
}

describe('people close together', () => {
  it.each([
    { hidden: 0.2, side: 'right' },
    { hidden: 0.3, side: 'right' },
    { hidden: 0.35, side: 'right' },
    { hidden: 0.2, side: 'left' },
    { hidden: 0.3, side: 'left' },
  ] as const)(
    'stay two when $hidden of one is hidden from the $side, with no third between',
    async ({ hidden, side }) => {
      const { photo, boxes } = await hug(hidden, side);
      const faces = sure(await detect(photo));
      for (const box of boxes) expect(bestOverlap(faces, box)).toBeGreaterThan(0.5);
      expect(faces).toHaveLength(5);
    },
  );
});
