import { processorMs } from '../../bench/processor-ms.ts';
import type { DecodedPhoto, Detector } from '../../src/detectors/detector.ts';
import type { Box } from '../../src/lib/geometry.ts';
import type { TextRegion } from '../../src/policy/words/evidence.ts';
import { faceOfBox } from './photo-source.ts';

export type TextDetector = Detector<'text', 'faces'>;

/** Processor time used, and for how many photos. */
export interface Timed {
  cpuMs: number;
  photos: number;
}

/** Marked faces smaller than this are not handed to the detector: nothing on such a chest could be read. */
export const leastFacePx = 16;

/** Reads a photo with its marked faces, and adds the processor time to `time`. */
export async function readPhoto(
  detector: TextDetector,
  photo: DecodedPhoto,
  boxes: readonly Box[],
  time: Timed,
): Promise<readonly TextRegion[]> {
  const before = process.cpuUsage();
  const regions = await detector.observe(photo, { faces: boxes.map(faceOfBox) }, new AbortController().signal);
  time.cpuMs += processorMs(before);
  time.photos += 1;
  return regions;
}
