import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../eval/text/random.ts';
import { drawBackgrounds } from '../../eval/train/draw-background.ts';

describe('drawBackgrounds', () => {
  it('draws some of each place, none alike, the same for the same seed', async () => {
    const drawn = await drawBackgrounds(2, randomFrom(11));
    expect(drawn).toHaveLength(8);
    const pictures = new Set(drawn.map(({ data }) => Buffer.from(data).toString('base64')));
    expect(pictures.size).toBe(8);
    for (const { width, height, data } of drawn) expect(data).toHaveLength(width * height * 3);
    expect(await drawBackgrounds(2, randomFrom(11))).toEqual(drawn);
  });
});
