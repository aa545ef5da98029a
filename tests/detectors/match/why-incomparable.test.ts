import { describe, expect, it } from 'vitest';
import { isTooHidden } from '../../../src/detectors/match/why-incomparable.ts';

describe('isTooHidden', () => {
  it.each([
    ['a face that is seen well', { disagreement: 0.014, eyeLight: 0.85 }, 3.7, false],
    ['a face of which the net saw little', { disagreement: 0.014, eyeLight: 0.85 }, 2.4, true],
    ['points on which the nets do not agree', { disagreement: 0.04, eyeLight: 0.85 }, 3.7, true],
    ['eyes as dark as behind dark glasses', { disagreement: 0.014, eyeLight: 0.4 }, 3.7, true],
    ['eyes in the shade of a face that is seen well', { disagreement: 0.014, eyeLight: 0.6 }, 3.5, false],
    ['eyes in the shade of a face that is seen less well', { disagreement: 0.014, eyeLight: 0.6 }, 3, true],
    ['a face found by an engine that says neither', {}, 3, false],
  ])('of %s', (_, face, strength, expected) => {
    expect(isTooHidden(face, { strength })).toBe(expected);
  });
});
