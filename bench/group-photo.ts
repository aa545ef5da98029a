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

/**
 * A picture of 12 megapixels, as a phone takes it, with the people of demo photos side by side: of four that fill the
 * picture, or in three columns all of all six. JPEG.
 */
export async function makeGroupPhoto(
  target: string,
  { columns = 2 }: { readonly columns?: 2 | 3 } = {},
): Promise<void> {
  const shown = columns === 2 ? [0, 2, 3, 4] : [0, 1, 2, 3, 4, 5];
  const cell = { width: Math.floor(width / columns), height: height / 2 };
  const cells = await Promise.all(
    shown.map((index) =>
      sharp(demoPhotos[index])
        .resize({ ...cell, fit: columns === 2 ? 'cover' : 'contain' })
        .toBuffer(),
    ),
  );
  await sharp({ create: { width, height, channels: 3, background: '#808080' } })
    .composite(
      cells.map((input, index) => ({
        input,
        left: (index % columns) * cell.width,
        top: index < columns ? 0 : cell.height,
      })),
    )
    .jpeg({ quality: 92 })
    .toFile(target);
}
