import { answerEndpoints } from '../../contract/moderation-answers.ts';
import { addressOf } from '../api/address-of.ts';
import type { LineUpPupil } from './review-types.ts';

/** Where a pupil's portrait is, within this photo's line-up; null where there is none. */
export function portraitAddress(photoId: string, { pupilId, hasPortrait }: LineUpPupil): string | null {
  return hasPortrait ? addressOf(answerEndpoints.portrait, { params: { photoId, pupilId } }) : null;
}
