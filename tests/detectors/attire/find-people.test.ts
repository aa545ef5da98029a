import { describe, expect, it } from 'vitest';
import { findPeople } from '../../../src/detectors/attire/find-people.ts';
import type { Pose } from '../../../src/detectors/attire/open-pose-net.ts';
import type { Box } from '../../../src/lib/geometry.ts';
import type { Face } from '../../../src/policy/words/evidence.ts';

const photo = { width: 1000, height: 800 };

function faceAt(x: number, y: number, side = 40): Face {
  const point = { x: x + side / 2, y: y + side / 2 };
  const landmarks = { eyeLeft: point, eyeRight: point, nose: point, mouthLeft: point, mouthRight: point };
  const box = { x, y, width: side, height: side };
  return { box, score: 0.9, landmarks, sizePx: side, frontality: 1, sharpness: 1 };
}

const poseAt = (box: Box, nose: { x: number; y: number }): Pose => ({ box, joints: { nose }, score: 0.8 });

describe('findPeople', () => {
  it('joins each body with its nearest face and leaves no face to two bodies', () => {
    const poses = [
      poseAt({ x: 100, y: 90, width: 120, height: 400 }, { x: 120, y: 120 }),
      poseAt({ x: 130, y: 90, width: 120, height: 400 }, { x: 180, y: 122 }),
    ];
    const people = findPeople(poses, [faceAt(160, 100), faceAt(100, 100)], photo);
    expect(people.map(({ face }) => face)).toEqual([1, 0]);
    expect(people[0]!.faceBox).toEqual(faceAt(100, 100).box);
  });

  it('keeps a face without a body, with a body put under it inside the photo', () => {
    const [person] = findPeople([], [faceAt(960, 10)], photo);
    expect(person).toMatchObject({ face: 0, framing: 'unknown' });
    expect(person!.box.x + person!.box.width).toBeLessThanOrEqual(photo.width);
    expect(person!.box.height).toBeGreaterThan(200);
  });

  it('makes nobody of an unlikely face, but gives it to a body that is there', () => {
    const doubtful = { ...faceAt(100, 100), score: 0.05 };
    expect(findPeople([], [doubtful], photo)).toEqual([]);
    const body = poseAt({ x: 60, y: 90, width: 120, height: 400 }, { x: 120, y: 120 });
    expect(findPeople([body], [doubtful], photo).map(({ face }) => face)).toEqual([0]);
  });

  it('keeps a body without a face', () => {
    const people = findPeople(
      [poseAt({ x: 0, y: 0, width: 50, height: 90 }, { x: 20, y: 10 })],
      [faceAt(700, 500)],
      photo,
    );
    expect(people.map(({ face }) => face)).toEqual([null, 0]);
  });

  it('finds nobody where there is nobody', () => {
    expect(findPeople([], [], photo)).toEqual([]);
  });
});
