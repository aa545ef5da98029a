import { createRequire } from 'node:module';
import path from 'node:path';
import sharp from 'sharp';

const demo = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
  'demo',
);

/** The six demo photos of face-api. */
export const demoPhotos: readonly string[] = [1, 2, 3, 4, 5, 6].map((n) => path.join(demo, `sample${n}.jpg`));

const width = 4000;
const height = 3000;

/** A picture of 12 megapixels, as a phone takes it, with the people of four demo photos side by side. JPEG. */
export async function makeGroupPhoto(target: string): Promise<void> {
  const cells = await Promise.all(
    [0, 2, 3, 4].map((index) =>
      sharp(demoPhotos[index])
        .resize(width / 2, height / 2, { fit: 'cover' })
        .toBuffer(),
    ),
  );
  await sharp({ create: { width, height, channels: 3, background: '#808080' } })
    .composite(
      cells.map((input, index) => ({ input, left: (index % 2) * (width / 2), top: index < 2 ? 0 : height / 2 })),
    )
    .jpeg({ quality: 92 })
    .toFile(target);
}
