import { describe, expect, it } from 'vitest';
import { keepBest } from '../../../src/detectors/faces/keep-best.ts';
import type { LocatedFace } from '../../../src/detectors/faces/locate-landmarks.ts';

const quarter = Math.PI / 2;
const face = (x: number, size: number, more: Partial<LocatedFace>): LocatedFace => ({
  box: { x, y: 0, width: size, height: size },
  score: 0.99,
  angle: 0,
  headAngle: more.angle ?? 0,
  points: [],
  disagreement: 0.02,
  ...more,
});

describe('keepBest', () => {
  it('takes the one upright face before two that the nets see badly in a turned portrait', () => {
    const upright = face(0, 100, {});
    const turned = [face(0, 60, { angle: quarter, disagreement: 0.08 }), face(50, 60, { angle: quarter, disagreement: 0.06 })]; // prettier-ignore
    expect(keepBest([...turned, upright])).toEqual([upright]);
  });

  it('takes turned faces before a sure upright box in which the nets see none', () => {
    const turned = face(10, 80, { angle: -quarter });
    expect(keepBest([face(0, 100, { disagreement: 0.09 }), turned])).toEqual([turned]);
  });

  it('keeps an upright face on which the nets agree nearly as well as on a turned one', () => {
    const upright = face(0, 100, { disagreement: 0.024 });
    expect(keepBest([face(10, 90, { angle: quarter, disagreement: 0.02 }), upright])).toEqual([upright]);
  });

  it('takes a sure turned face before a doubtful upright box, however well the nets agree on that', () => {
    const turned = face(10, 80, { angle: quarter, disagreement: 0.05 });
    expect(keepBest([face(0, 100, { score: 0.5, disagreement: 0.01 }), turned])).toEqual([turned]);
  });

  it('keeps what is elsewhere or in the same rotation, best first', () => {
    const [doubtful, sure, other] = [face(20, 100, { score: 0.3 }), face(0, 100, {}), face(300, 50, { angle: quarter, score: 0.95 })]; // prettier-ignore
    expect(keepBest([doubtful, other, sure])).toEqual([sure, other, doubtful]);
  });
});
