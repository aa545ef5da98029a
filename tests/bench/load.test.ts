import { describe, expect, it } from 'vitest';
import { alterPhoto } from '../../bench/load/alter-photo.ts';
import { percentile, reportTimings } from '../../bench/load/report-load.ts';

describe('the load line', () => {
  it('takes the nearest rank for a percentile', () => {
    const numbers = Array.from({ length: 200 }, (_, index) => index + 1);
    expect([0.5, 0.95, 0.99, 1].map((share) => percentile(numbers, share))).toEqual([100, 190, 198, 200]);
    expect(percentile([7], 0.99)).toBe(7);
    expect(percentile([], 0.5)).toBeNaN();
  });

  it('puts the slowest first, counts what was refused, and leaves uploads out of the sum', () => {
    const timings = [
      { endpoint: 'batch', ms: 5, status: 200 },
      { endpoint: 'pupils', ms: 40, status: 404 },
      { endpoint: 'upload', ms: 900, status: 202 },
    ];
    expect(reportTimings(timings).split('\n').slice(2)).toEqual([
      '| upload | 1 | 900 | 900 | 900 | 900 | 0 |',
      '| pupils | 1 | 40 | 40 | 40 | 40 | 1 |',
      '| batch | 1 | 5 | 5 | 5 | 5 | 0 |',
      '| all but uploads | 2 | 5 | 40 | 40 | 40 | 1 |',
    ]);
  });

  it('alters each photo in its own way, always the same', async () => {
    const photos = await Promise.all([0, 6, 12, 12].map(alterPhoto));
    expect(new Set(photos.map((photo) => photo.toString('base64'))).size).toBe(3);
  });
});
