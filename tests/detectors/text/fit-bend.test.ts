import { describe, expect, it } from 'vitest';
import { fitBend } from '../../../src/detectors/text/fit-bend.ts';
import { minimumAreaRectangle } from '../../../src/detectors/text/minimum-area-rectangle.ts';
import type { Point } from '../../../src/lib/geometry.ts';

/** The pixels of a strip `width` long and `height` thick whose middle lies `sag` lower than its ends. */
function strip(width: number, height: number, sag: number): Point[] {
  return Array.from({ length: width }, (_, x) => {
    const top = sag * (1 - ((2 * x) / (width - 1) - 1) ** 2);
    return Array.from({ length: height }, (_pixel, y) => ({ x, y: top + y }));
  }).flat();
}

const bendOf = (pixels: readonly Point[]) => fitBend(pixels, minimumAreaRectangle(pixels));

describe('the bend of a patch of text', () => {
  it('is how far its ends lie above its middle', () => {
    const bent = bendOf(strip(120, 20, 15))!;
    expect(bent.bend).toBeCloseTo(-15, 0);
    expect(bent.rectangle.width).toBeCloseTo(120, 0);
    expect(bent.rectangle.height).toBeCloseTo(35, 0);
  });

  it('is none for a straight strip', () => {
    expect(bendOf(strip(120, 20, 0))).toBeNull();
  });

  it('is found on a banner across a large photo', () => {
    const bent = bendOf(strip(2000, 150, 80))!;
    expect(bent.bend).toBeCloseTo(-80, 0);
  });
});
