import type { KeyActions } from '../ui/use-keys.ts';
import { coverEveryFace, turnFace } from './turn-cover.ts';
import type { PhotoDetail, PictureChange } from './review-types.ts';

/** The highest face number that has a key of its own. */
export const lastFaceKey = 9;

/** A digit covers the face of that number, or takes its cover away; E covers every face. */
export function coverKeys(
  photo: PhotoDetail,
  change: PictureChange,
  onChange: (change: PictureChange) => void,
): KeyActions {
  const digits = photo.faces
    .filter(({ number }) => number <= lastFaceKey)
    .map(({ number }) => {
      const turn = (): void => {
        onChange(turnFace(change, number));
      };
      return [String(number), turn] as const;
    });
  const every = (): void => {
    onChange(coverEveryFace(change, photo));
  };
  return { ...Object.fromEntries(digits), e: every };
}
