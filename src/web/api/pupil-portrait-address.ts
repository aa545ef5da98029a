import { registerPhotoEndpoints } from '../../contract/register-photos.ts';
import { addressOf } from './address-of.ts';

/** Where a pupil's portrait is, with another address for each portrait, as a photo has for each version; null where there is none. */
export function pupilPortraitAddress(pupil: {
  readonly id: string;
  readonly portraitId: string | null;
}): string | null {
  const { id: pupilId, portraitId } = pupil;
  if (portraitId === null) return null;
  return addressOf(registerPhotoEndpoints.readPortrait, { params: { pupilId }, query: { portraitId } });
}
