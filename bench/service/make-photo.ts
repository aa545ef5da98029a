import sharp, { type Sharp } from 'sharp';
import { demoPhotos } from '../group-photo.ts';

/** What is in a picture: some people of a demo photo, or a drawn hill without anybody. */
export type PhotoContent = 'people' | 'hill';

const colourOf = (number: number): string => `#${((number * 2_654_435_761) >>> 8).toString(16).padStart(6, '0')}`;

function draw(content: PhotoContent, number: number, widthPx: number): Sharp {
  if (content === 'people') return sharp(demoPhotos[number % demoPhotos.length]).resize(widthPx);
  const height = Math.round(widthPx * 0.67);
  const hill = `M0 ${height * 0.6} Q${widthPx / 2} ${height * (0.2 + (number % 20) / 100)} ${widthPx} ${height * 0.6}`;
  return sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${height}">
      <rect width="100%" height="100%" fill="#9cc4e4"/><path d="${hill} V${height} H0Z" fill="#4b7a3b"/></svg>`),
  );
}

/** A small JPEG like no other: each number gives other bytes, always the same ones. */
export async function makePhoto(content: PhotoContent, number: number, widthPx = 480): Promise<Buffer> {
  const mark = { create: { width: 12, height: 12, channels: 3 as const, background: colourOf(number + 1) } };
  return await draw(content, number, widthPx)
    .composite([{ input: mark, left: 2, top: 2 }])
    .jpeg({ quality: 85 })
    .toBuffer();
}
