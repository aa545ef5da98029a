import { answerEndpoints } from '../../contract/moderation-answers.ts';
import { addressOf } from '../api/address-of.ts';
import type { LineUpPupil } from './review-types.ts';

/** Where a pupil's portrait is, within this photo's line-up, with another address for each portrait; null where there is none. */
export function portraitAddress(photoId: string, { pupilId, portraitId }: LineUpPupil): string | null {
  if (portraitId === null) return null;
  return addressOf(answerEndpoints.portrait, { params: { photoId, pupilId }, query: { portraitId } });
}
