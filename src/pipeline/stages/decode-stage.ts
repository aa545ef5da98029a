import { decodePhoto } from '../decode.ts';
import { perceptualHash } from '../intake/perceptual-hash.ts';
import type { Stage } from '../stage.ts';

const observer = { id: 'intake', version: '1' };

/** Decodes the pixels; only then is the file's size known for certain, and its perceptual hash. */
export const decodeStage: Stage = {
  name: 'decode',
  observes: 'file',
  isEssential: true,
  observer: () => observer,
  async run(journey) {
    const { name, bytes, sha256, kind, animated, mislabelled } = journey.file;
    journey.photo = await decodePhoto(bytes, kind);
    const { width, height } = journey.photo.full;
    journey.observe('file', observer, {
      ...{ name, bytes: bytes.length, sha256, kind, width, height, animated, mislabelled },
      perceptualHash: await perceptualHash(journey.photo.full),
    });
  },
};
