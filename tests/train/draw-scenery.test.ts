import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../eval/text/random.ts';
import { drawScenery } from '../../eval/train/draw-scenery.ts';

describe('drawScenery', () => {
  it('draws some of each kind, none alike, the same for the same seed', async () => {
    const drawn = await drawScenery(3, randomFrom(11));
    expect(drawn).toHaveLength(9);
    const pictures = new Set(drawn.map(({ picture: { data } }) => Buffer.from(data).toString('base64')));
    expect(pictures.size).toBe(9);
    for (const {
      picture: { width, height, data },
    } of drawn)
      expect(data).toHaveLength(width * height * 3);
    expect(await drawScenery(3, randomFrom(11))).toEqual(drawn);
  });
});
