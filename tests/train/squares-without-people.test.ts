import { describe, expect, it } from 'vitest';
import { patchSidePx } from '../../src/detectors/attire/cut-patch.ts';
import type { Pose } from '../../src/detectors/attire/open-pose-net.ts';
import { randomFrom } from '../../eval/text/random.ts';
import { squaresWithoutPeople, type Place } from '../../eval/train/squares-without-people.ts';

/** Red where somebody stands, green elsewhere. */
function placeWith(person: { readonly width: number; readonly score: number } | null): Place {
  const [width, height] = [200, 100];
  const isPerson = (at: number): boolean => at % width < (person?.width ?? 0);
  const data = Buffer.from(
    Array.from({ length: width * height }, (_, at) => (isPerson(at) ? [255, 0, 0] : [0, 255, 0])).flat(),
  );
  const box = { x: 0, y: 0, width: person?.width ?? 0, height };
  const poses: Pose[] = person === null ? [] : [{ box, score: person.score, joints: {} }];
  return { photo: 5, picture: { width, height, data }, poses };
}

/** Cut from the photo as it is: all of one colour that drawn pictures and altered views do not keep so pure. */
const isPure = (patch: Uint8Array, colour: readonly number[]): boolean =>
  patch.every((value, at) => value === colour[at % 3]);

describe('squaresWithoutPeople', () => {
  it('cuts parts of a photo in which nobody stands, beside drawn pictures', async () => {
    const squares = await squaresWithoutPeople([placeWith({ width: 30, score: 0.5 })], randomFrom(3), 2);
    const cut = squares.filter(({ patch }) => isPure(patch, [0, 255, 0]));
    expect(cut.length).toBeGreaterThanOrEqual(2);
    expect(squares.filter(({ patch }) => isPure(patch, [255, 0, 0]))).toHaveLength(0);
    expect(squares.length).toBeGreaterThanOrEqual(8);
    for (const { photo, patch } of squares) {
      expect(photo).toBe(5);
      expect(patch).toHaveLength(patchSidePx * patchSidePx * 3);
    }
  });

  it('takes nothing from a photo that is full of people', async () => {
    const drawnOnly = await squaresWithoutPeople([placeWith({ width: 200, score: 0.5 })], randomFrom(3), 2);
    const withPlace = await squaresWithoutPeople([placeWith(null)], randomFrom(3), 2);
    expect(withPlace.length - drawnOnly.length).toBe(4);
  });
});
