import { describe, expect, it } from 'vitest';
import { lighten } from '../../../src/detectors/attire/lighten.ts';
import type { Raster } from '../../../src/lib/raster.ts';

const plain = (...levels: number[]): Raster => ({
  width: levels.length,
  height: 1,
  data: Uint8Array.from(levels.flatMap((level) => [level, level >> 1, 0])),
});

describe('a dark picture', () => {
  it('is brought up in all channels alike', () => {
    expect([...lighten(plain(100, 50)).data]).toEqual([235, 118, 0, 118, 59, 0]);
  });

  it('is not driven into noise', () => {
    expect([...lighten(plain(4, 2)).data]).toEqual([32, 16, 0, 16, 8, 0]);
  });

  it('stays as it is when black', () => {
    const black = plain(0, 0);
    expect(lighten(black)).toBe(black);
  });
});

describe('a light picture', () => {
  it('comes back itself', () => {
    const picture = plain(125, 3);
    expect(lighten(picture)).toBe(picture);
  });

  it('is one with a bright hundredth, however dark the rest', () => {
    const night = plain(...Array.from({ length: 200 }, (_, at) => (at < 3 ? 255 : 20)));
    expect(lighten(night)).toBe(night);
  });
});
