import { readMetadata } from '../metadata.ts';
import type { Stage } from '../stage.ts';

const observer = { id: 'metadata', version: '1' };

/** Reads what the file says besides its pixels. Works on a file whose pixels are damaged, too. */
export const metadataStage: Stage = {
  name: 'metadata',
  observes: 'metadata',
  isEssential: false,
  observer: () => observer,
  async run(journey) {
    journey.observe('metadata', observer, await readMetadata(journey.file.bytes, journey.file.kind));
  },
};
