import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../eval/text/random.ts';
import { cropFraming, pickFraming, recolourSkin, skinTones } from '../../eval/train/alter-cutout.ts';
import type { Cutout } from '../../eval/train/cut-person.ts';

/** Skin above, a blue garment below. */
function person(): Cutout {
  const [width, height] = [20, 40];
  const data = Buffer.alloc(width * height * 4);
  for (let at = 0; at < width * height; at++) {
    data.set(at < (width * height) / 2 ? [210, 158, 124, 255] : [30, 60, 150, 255], at * 4);
  }
  return { width, height, data };
}

describe('recolourSkin', () => {
  it('changes the skin, leaves the garment and the outline, and reaches pale and dark tones', () => {
    const reds = skinTones.map((tone) => {
      const { data } = recolourSkin(person(), tone, 1);
      expect([...data.subarray(data.length - 4)]).toEqual([30, 60, 150, 255]);
      expect(data[3]).toBe(255);
      return data[0]!;
    });
    expect(Math.min(...reds)).toBeLessThan(100);
    expect(Math.max(...reds)).toBeGreaterThan(220);
  });

  it('leaves a person without skin as they are', () => {
    const { width, height } = person();
    const clothed = { width, height, data: Buffer.alloc(width * height * 4, 40) };
    expect(recolourSkin(clothed, skinTones[0]!, 1)).toBe(clothed);
  });
});

describe('cropFraming', () => {
  it('keeps the upper part, from the shoulders up to full length', () => {
    const random = randomFrom(5);
    const heights = Array.from({ length: 40 }, () => {
      const { width, height, data } = cropFraming(person(), pickFraming(random));
      expect(data).toHaveLength(width * height * 4);
      return height;
    });
    expect(Math.max(...heights)).toBe(40);
    expect(Math.min(...heights)).toBeLessThan(19);
  });
});
