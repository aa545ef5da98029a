import { cleanPhoto } from '../clean.ts';
import type { Stage } from '../stage.ts';
import { writeWhole } from '../write-whole.ts';

const observer = { id: 'clean', version: '1' };

/** Makes the copy that may leave, from the pixels alone, and checks it. */
export const cleanStage: Stage = {
  name: 'clean',
  observes: 'clean',
  isEssential: false,
  observer: () => observer,
  async run(journey) {
    const { cleanTo, cleanLongEdgePx } = journey.request;
    const copy = await cleanPhoto(journey.photo, cleanLongEdgePx === null ? {} : { longEdgePx: cleanLongEdgePx });
    if (cleanTo !== null) await writeWhole(cleanTo, copy.bytes);
    journey.observe('clean', observer, copy.evidence);
  },
};
