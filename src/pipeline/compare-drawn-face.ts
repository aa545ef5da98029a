import type { DecodedPhoto } from '../detectors/detector.ts';
import type { Gallery } from '../detectors/engines/face-engine.ts';
import type { DetectorSet } from '../detectors/registry.ts';
import { clampBox, intersectionOverUnion, type Box } from '../lib/geometry.ts';
import type { DrawnFaceSeen } from '../policy/words/drawn-face.ts';
import type { Face } from '../policy/words/evidence.ts';
import type { PupilId } from '../policy/words/people.ts';
import { photoFromRaster } from './decode/photo-from-raster.ts';
import { moveFace } from './move-face.ts';
import { cutRaster, wholeCrop } from './covering/make-output.ts';

/** A face drawn in a photo, and whose templates it may be compared with. Paths go in, evidence comes out. */
export interface DrawnFaceRequest {
  readonly path: string;
  readonly box: Box;
  /** Where faces were found in it before. */
  readonly known: readonly Box[];
  readonly compare: readonly PupilId[];
}

/** The surroundings that the detector needs, in sides of the drawn box. */
const around = 0.75;
/** What the detector sees there is the drawn face when the boxes share at least this much: people draw generously. */
const sameFace = 0.2;
/** Two boxes found by the detector are of one face when they share this much. */
const foundAgain = 0.5;

/** A neighbour's face that was found before, which the drawn box only touches: it is not the one that was missed. */
function isNeighbour(found: Box, box: Box, known: readonly Box[]): boolean {
  return known.some(
    (one) => intersectionOverUnion(one, found) >= foundAgain && intersectionOverUnion(one, box) < foundAgain,
  );
}

/** Looks again, closely, where a person saw a face; what only the person saw is described from their own box. */
async function findFace(
  detectors: DetectorSet,
  photo: DecodedPhoto,
  { box, known }: Pick<DrawnFaceRequest, 'box' | 'known'>,
  signal: AbortSignal,
): Promise<Face> {
  const { width, height } = photo.full;
  const margin = around * Math.max(box.width, box.height);
  const wide = { x: box.x - margin, y: box.y - margin, width: box.width + 2 * margin, height: box.height + 2 * margin };
  const window = wholeCrop(clampBox(wide, width, height), width, height);
  const found = await detectors.faces.observe(photoFromRaster(cutRaster(photo.full, window)), {}, signal);
  const [best] = found
    .map((face) => moveFace(face, window.x, window.y))
    .filter((face) => intersectionOverUnion(face.box, box) >= sameFace && !isNeighbour(face.box, box, known))
    .sort((a, b) => intersectionOverUnion(b.box, box) - intersectionOverUnion(a.box, box));
  // That it is a face, a person has said.
  return best === undefined ? await detectors.describeBox(photo, box) : { ...best, score: 1 };
}

/** Compares a face that a person drew with the pupils of a gallery, as a face that was found is. */
export async function compareDrawnFace(
  detectors: DetectorSet,
  gallery: Gallery,
  photo: DecodedPhoto,
  { box, known, compare }: DrawnFaceRequest,
): Promise<DrawnFaceSeen> {
  const { signal } = new AbortController();
  const face = await findFace(detectors, photo, { box, known }, signal);
  if (compare.length === 0)
    return { status: 'compared', face, match: { incomparable: null, candidates: [] }, compared: [] };
  const matcher = await detectors.matcher(new Map([...gallery].filter(([pupil]) => compare.includes(pupil))));
  const { compared, faces } = await matcher.observe(photo, { faces: [face] }, signal);
  return { status: 'compared', face, match: faces[0]!, compared };
}
