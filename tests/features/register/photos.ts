import path from 'node:path';
import sharp from 'sharp';

const demo = path.join(import.meta.dirname, '../../../node_modules/@vladmandic/face-api/demo');

async function crop(file: string, left: number, top: number, width: number, height: number): Promise<Buffer> {
  return await sharp(path.join(demo, file)).extract({ left, top, width, height }).jpeg({ quality: 95 }).toBuffer();
}

/** One woman, in two photos, and somebody else. */
export const portraits = {
  woman: () => crop('sample1.jpg', 1150, 50, 770, 1200),
  sameWoman: () => crop('sample3.jpg', 980, 100, 400, 600),
  other: () => crop('sample6.jpg', 1120, 200, 300, 480),
};

/** A picture without anybody. */
export async function emptyPicture(): Promise<Buffer> {
  return await sharp({ create: { width: 600, height: 600, channels: 3, background: '#6a8' } })
    .jpeg()
    .toBuffer();
}

export function photoForm(bytes: Buffer, body?: object, field = 'photo'): FormData {
  const form = new FormData();
  if (body !== undefined) form.set('body', JSON.stringify(body));
  form.set(field, new Blob([new Uint8Array(bytes)]), 'photo.jpg');
  return form;
}
