import { describe, expect, it } from 'vitest';
import type { LabelledPhoto } from '../../eval/attire/labelled-photos.ts';
import { HeadFitter, teachDress, teachSwimming } from '../../eval/train/fit-heads.ts';
import { applyLinear } from '../../eval/train/fit-logistic.ts';
import type { Square, SquareKind } from '../../eval/train/gather-squares.ts';

const photoOf = (swimming: boolean): LabelledPhoto => ({
  file: '',
  image: '',
  activity: swimming ? 'swimming' : 'archery',
  swimming,
  half: 'odd',
  isLeftOut: false,
});

const squareOf = (photo: number, kind: SquareKind, features: readonly number[]): Square => ({
  photo,
  kind,
  features: Float32Array.from(features),
  classes: new Float32Array(5),
  isOriginal: false,
  skin: null,
});

describe('what squares teach', () => {
  const empty = squareOf(0, 'nobody', [1, 0]);

  it('never calls a place without anybody swimming, and says nothing about dress there', () => {
    for (const photo of [photoOf(true), photoOf(false)]) {
      expect(teachSwimming(empty, photo)).toEqual({ isPositive: false, group: 'nobody' });
      expect(teachDress(empty, photo)).toBeNull();
    }
  });

  it('learns that blue alone is not swimming once empty places are blue too', () => {
    // The first number is blue, the second a swimmer.
    const photos = [photoOf(true), photoOf(false)];
    const peopled = [squareOf(0, 'whole', [1, 1]), squareOf(1, 'whole', [0, 0])];
    const blueOnly = Float32Array.from([1, 0]);
    const withoutPlaces = new HeadFitter(peopled, photos).fit(teachSwimming);
    const withPlaces = new HeadFitter([...peopled, squareOf(1, 'nobody', [1, 0])], photos).fit(teachSwimming);
    expect(applyLinear(withPlaces, blueOnly)).toBeLessThan(applyLinear(withoutPlaces, blueOnly) - 0.5);
    expect(applyLinear(withPlaces, Float32Array.from([1, 1]))).toBeGreaterThan(0);
  });
});
