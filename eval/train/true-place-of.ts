import type { LabelledPhoto } from '../attire/labelled-photos.ts';
import { halfImmersedSports, immersedSports, maybeWaterSports, outOfWater, waterSports } from './dress-notes.ts';

/** Poolside takes in the blocks, diving boards and the air above a pool; on water takes in boats, boards and logs. */
export type TruePlace = 'in water' | 'poolside' | 'on water' | 'on land';

/** Where the people of a photo are, by its sport and by eye. `null` where the photos of a sport differ. */
export function truePlaceOf({ image, activity }: Pick<LabelledPhoto, 'image' | 'activity'>): TruePlace | null {
  if (maybeWaterSports.has(activity) || halfImmersedSports.has(activity)) return null;
  if (outOfWater.has(image)) return 'poolside';
  if (immersedSports.has(activity)) return 'in water';
  return waterSports.has(activity) ? 'on water' : 'on land';
}
