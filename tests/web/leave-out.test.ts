import { describe, expect, it } from 'vitest';
import { cropWithout } from '../../src/web/review/leave-out.ts';

const whole = { width: 800, height: 600 };
const headAt = (x: number, y = 100, side = 120) => ({ x, y, width: side, height: side });

describe('a crop that leaves heads out', () => {
  it('is the largest part beside a head at the edge', () => {
    expect(cropWithout([headAt(20)], [headAt(400)], whole)).toEqual({ x: 140, y: 0, width: 660, height: 600 });
    expect(cropWithout([headAt(690)], [headAt(400)], whole)).toEqual({ x: 0, y: 0, width: 690, height: 600 });
    expect(cropWithout([headAt(300, 10)], [headAt(300, 400)], whole)).toEqual({
      x: 0,
      y: 130,
      width: 800,
      height: 470,
    });
  });

  it('leaves out two at opposite edges, and whole pixels of each', () => {
    const heads = [headAt(-10.5), headAt(700.4)];
    expect(cropWithout(heads, [headAt(400)], whole)).toEqual({ x: 110, y: 0, width: 590, height: 600 });
  });

  it('keeps the others rather than more of the sky', () => {
    // Below is more picture, but everybody else is on the right.
    const crop = cropWithout([headAt(40, 0)], [headAt(400, 0, 100), headAt(600, 0, 100)], whole);
    expect(crop).toEqual({ x: 160, y: 0, width: 640, height: 600 });
  });

  it('is none for a head in the middle, where nobody else is left, or for a crowd of heads', () => {
    expect(cropWithout([headAt(320, 200, 160)], [headAt(40)], whole)).toBeNull();
    expect(cropWithout([headAt(300)], [headAt(310, 130, 60)], whole)).toBeNull();
    expect(
      cropWithout(
        Array.from({ length: 7 }, () => headAt(0)),
        [],
        whole,
      ),
    ).toBeNull();
    expect(cropWithout([], [headAt(400)], whole)).toBeNull();
  });
});
