import { describe, expect, it } from 'vitest';
import { faceFromJoints, skinShares, unknownSkin } from '../../../src/detectors/attire/skin-shares.ts';
import type { Joints } from '../../../src/detectors/attire/open-pose-net.ts';
import type { Raster } from '../../../src/lib/raster.ts';

type Colour = readonly [number, number, number];

/** Skin from the palest to the darkest, after Fitzpatrick's six types. */
const skins: readonly Colour[] = [
  [244, 208, 177],
  [231, 180, 143],
  [210, 158, 124],
  [186, 119, 80],
  [165, 94, 43],
  [80, 45, 30],
];
const face = { x: 40, y: 10, width: 20, height: 20 };
const joints: Joints = {
  leftShoulder: { x: 60, y: 40 },
  rightShoulder: { x: 40, y: 40 },
  leftElbow: { x: 75, y: 60 },
  rightElbow: { x: 25, y: 60 },
  leftHip: { x: 58, y: 80 },
  rightHip: { x: 42, y: 80 },
  leftKnee: { x: 58, y: 120 },
  rightKnee: { x: 42, y: 120 },
};

/** A figure of flat colours on grey: face, torso with arms, and legs. */
function figure(head: Colour, torso: Colour, legs: Colour): Raster {
  const [width, height] = [100, 130];
  const data = new Uint8Array(width * height * 3).fill(128);
  const paint = (top: number, bottom: number, colour: Colour): void => {
    for (let y = top; y < bottom; y++) for (let x = 20; x < 80; x++) data.set(colour, (y * width + x) * 3);
  };
  paint(0, 32, head);
  paint(32, 80, torso);
  paint(80, 130, legs);
  return { width, height, data };
}

describe('skinShares', () => {
  it.each(skins)('sees a bare torso and bare legs on skin %i, %i, %i, in shade too', (...skin) => {
    const shade = skin.map((value) => Math.round(value * 0.7)) as unknown as Colour;
    const { torso, upperArms, thighs } = skinShares(figure(skin, shade, skin), joints, face);
    for (const share of [torso, upperArms, thighs]) expect(share).toBeGreaterThan(0.9);
  });

  it.each(skins)('sees clothes on skin %i, %i, %i', (...skin) => {
    const { torso, thighs } = skinShares(figure(skin, [30, 60, 150], [60, 60, 62]), joints, face);
    expect(torso).toBe(0);
    expect(thighs).toBe(0);
  });

  it('does not take pale beige for a dark skin', () => {
    expect(skinShares(figure(skins[5]!, [225, 205, 180], skins[5]!), joints, face).torso).toBe(0);
  });

  it('knows nothing without joints, or where the face has no skin', () => {
    expect(skinShares(figure(skins[0]!, skins[0]!, skins[0]!), {}, face)).toEqual(unknownSkin);
    expect(skinShares(figure([90, 90, 90], skins[0]!, skins[0]!), joints, face)).toEqual(unknownSkin);
  });
});

describe('faceFromJoints', () => {
  it('lies around the nose and needs one', () => {
    const box = faceFromJoints({ nose: { x: 50, y: 50 }, leftEye: { x: 54, y: 46 } })!;
    expect(box.x).toBeLessThan(50);
    expect(box.y + box.height).toBeGreaterThan(50);
    expect(faceFromJoints({ leftEye: { x: 1, y: 1 } })).toBeNull();
  });
});
