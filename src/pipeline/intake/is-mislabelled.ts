import path from 'node:path';
import type { ImageKind } from '../../policy/words/evidence.ts';

const endings: Record<ImageKind, readonly string[]> = {
  jpeg: ['.jpg', '.jpeg', '.jpe', '.jfif'],
  png: ['.png', '.apng'],
  webp: ['.webp'],
  heic: ['.heic', '.heif', '.hif'],
  avif: ['.avif', '.heif', '.hif'],
  tiff: ['.tif', '.tiff'],
  gif: ['.gif'],
};

/** Whether a file name's ending says another type than the bytes. A name without an ending says nothing. */
export function isMislabelled(name: string, kind: ImageKind): boolean {
  const ending = path.extname(name).toLowerCase();
  return ending !== '' && !endings[kind].includes(ending);
}
