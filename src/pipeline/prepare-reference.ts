import type { DecodedPhoto } from '../detectors/detector.ts';
import type { Gallery, ReferenceTemplate } from '../detectors/engines/face-engine.ts';
import type { DetectorSet } from '../detectors/registry.ts';
import type { Face, MatchCandidate } from '../policy/words/evidence.ts';
import { cleanPhoto } from './clean.ts';
import { writeWhole } from './write-whole.ts';

/** What is asked about a photo of one pupil. */
export interface ReferenceRequest {
  readonly path: string;
  /** Where to write a clean copy, as JPEG. */
  readonly target: string;
  readonly longEdgePx: number;
  /** Who is enrolled: this pupil already, and everybody else. Null for a portrait, in which no face is even looked for. */
  readonly enrolled: { readonly own: Gallery; readonly others: Gallery } | null;
}

/** What an enrolment photo gave. */
export interface PreparedReference {
  readonly template: ReferenceTemplate;
  /** The nets that made the template. */
  readonly model: string;
  readonly face: Pick<Face, 'sizePx' | 'sharpness' | 'frontality'>;
  /** Who else this may be, likeliest first, scores 0 to 1 as in match evidence. */
  readonly lookalikes: readonly MatchCandidate[];
  /** How like the pupil's own earlier photos it is, on the same scale; null when there is none, or it cannot be told. */
  readonly ownScore: number | null;
}

const areaOf = ({ box }: Face): number => box.width * box.height;

/**
 * Write a clean copy of a pupil's photo and, for an enrolment photo, make its template and compare the face with
 * everybody enrolled already, and with the pupil's own earlier photos. Throws `reference-unusable` before anything is written.
 */
export async function prepareReference(
  detectors: DetectorSet,
  photo: DecodedPhoto,
  { target, longEdgePx, enrolled }: ReferenceRequest,
): Promise<PreparedReference | null> {
  const prepared = enrolled === null ? null : await enrolFace(detectors, photo, enrolled);
  await writeWhole(target, (await cleanPhoto(photo, { longEdgePx })).bytes);
  return prepared;
}

async function enrolFace(
  detectors: DetectorSet,
  photo: DecodedPhoto,
  { own, others }: NonNullable<ReferenceRequest['enrolled']>,
): Promise<PreparedReference> {
  const template = await detectors.enrol(photo);
  const { signal } = new AbortController();
  const faces = await detectors.faces.observe(photo, {}, signal);
  const face = faces.reduce((largest, next) => (areaOf(next) > areaOf(largest) ? next : largest));
  const compare = async (gallery: Gallery): Promise<readonly MatchCandidate[]> => {
    const matcher = await detectors.matcher(gallery);
    return (await matcher.observe(photo, { faces: [face] }, signal)).faces[0]?.candidates ?? [];
  };
  const { sizePx, sharpness, frontality } = face;
  return {
    template,
    model: detectors.templateModel,
    face: { sizePx, sharpness, frontality },
    lookalikes: await compare(others),
    ownScore: own.size === 0 ? null : ((await compare(own))[0]?.score ?? null),
  };
}
