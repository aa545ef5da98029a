import { moderationEndpoints } from '../../contract/moderation.ts';
import { addressOf } from '../api/address-of.ts';
import type { PhotoDetail } from './review-types.ts';

/** One picture of a photo: where it is, and how large the picture that positions are about is. */
export interface ShownPicture {
  readonly kind: 'original' | 'changed';
  /** Null where there is none. */
  readonly small: string | null;
  readonly large: string | null;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The photo as it was uploaded, cleaned. */
export function originalPicture(photo: PhotoDetail): ShownPicture {
  const params = { photoId: photo.id };
  return {
    kind: 'original',
    small: photo.hasPreview ? addressOf(moderationEndpoints.preview, { params }) : null,
    large: photo.hasPreview ? addressOf(moderationEndpoints.view, { params }) : null,
    widthPx: photo.widthPx ?? 4,
    heightPx: photo.heightPx ?? 3,
  };
}

/** The covered or cropped picture, once there is one to see. */
export function changedPicture(photo: PhotoDetail): ShownPicture | null {
  const { output } = photo;
  if (output?.hasPreview !== true) return null;
  const params = { photoId: photo.id, outputId: output.id };
  return {
    kind: 'changed',
    small: addressOf(moderationEndpoints.outputPreview, { params }),
    large: addressOf(moderationEndpoints.outputView, { params }),
    widthPx: output.widthPx ?? photo.widthPx ?? 4,
    heightPx: output.heightPx ?? photo.heightPx ?? 3,
  };
}

/** The picture that would be released as the photo is now. */
export function currentPicture(photo: PhotoDetail): ShownPicture {
  return changedPicture(photo) ?? originalPicture(photo);
}
