import { describe, expect, it } from 'vitest';
import { framingOfFace, framingOfJoints } from '../../../src/detectors/attire/framing-of.ts';

const point = { x: 1, y: 1 };

describe('framing', () => {
  it.each([
    ['full-length', { leftShoulder: point, leftHip: point, rightKnee: point }],
    ['full-length', { leftAnkle: point }],
    ['waist-up', { leftShoulder: point, rightHip: point }],
    ['shoulder-up', { nose: point, rightShoulder: point }],
    ['unknown', { nose: point }],
    ['unknown', {}],
  ] as const)('is %s by the lowest joint', (framing, joints) => {
    expect(framingOfJoints(joints)).toBe(framing);
  });

  it.each([
    ['shoulder-up', 200],
    ['waist-up', 400],
    ['unknown', 1000],
  ] as const)('of a lone face is %s in a picture %i px high', (framing, height) => {
    expect(framingOfFace({ x: 0, y: 0, width: 80, height: 100 }, height)).toBe(framing);
  });
});
