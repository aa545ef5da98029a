import { middleBox } from './change-box.ts';
import { leavingOut } from './leave-out.ts';
import { originalPicture } from './picture-of.ts';
import type { Box, PhotoDetail } from './review-types.ts';

const share = 0.8;

/** The crop to begin with: one that leaves out whoever may not appear, where they stand at the edge. */
export function firstCrop(photo: PhotoDetail): Box {
  const { widthPx: width, heightPx: height } = originalPicture(photo);
  return leavingOut(photo)?.crop ?? middleBox({ width, height }, share);
}
