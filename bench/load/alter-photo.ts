import sharp from 'sharp';
import { randomFrom } from '../../eval/text/random.ts';
import { demoPhotos } from '../group-photo.ts';

const longEdgePx = 640;

/**
 * A small JPEG of some people: a part of a demo photo, perhaps mirrored, in other colours, so that no number gives a
 * picture that is another's double. The same number always gives the same one.
 */
export async function alterPhoto(number: number): Promise<Buffer> {
  const random = randomFrom(number + 1);
  const [small, isMirrored] = [sharp(demoPhotos[number % demoPhotos.length]), random.chance(0.5)];
  const { data, info } = await small.resize(longEdgePx, longEdgePx, { fit: 'inside' }).toBuffer({
    resolveWithObject: true,
  });
  const [width, height] = [info.width, info.height].map((px) => Math.round(px * random.between(0.6, 0.95)));
  const window = {
    left: random.below(info.width - width! + 1),
    top: random.below(info.height - height! + 1),
    ...{ width: width!, height: height! },
  };
  return await sharp(data)
    .extract(window)
    .flop(isMirrored)
    .modulate({ brightness: random.between(0.8, 1.2), saturation: random.between(0.6, 1.4) })
    .jpeg({ quality: 85 })
    .toBuffer();
}
