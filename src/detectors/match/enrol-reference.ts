import type { Face } from '../../policy/words/evidence.ts';
import type { DecodedPhoto, Detector } from '../detector.ts';
import type { FaceTemplate } from './face-template.ts';
import type { FaceEmbedder } from './open-face-embedder.ts';
import { isTooHidden, whyIncomparable } from './why-incomparable.ts';

/** What became of a reference photo. `detail` is a sentence for the office; `quality` is 0 to 1. */
export type Enrolment =
  | { readonly status: 'usable'; readonly template: FaceTemplate; readonly quality: number }
  | {
      readonly status: 'unusable';
      readonly why: keyof typeof details;
      readonly detail: string;
    };

/** A second face counts when its area is at least this share of the first one's. */
const alike = 0.4;
/** Doubtful boxes neither enrol nor stand in the way. */
const certain = 0.5;

const details = {
  'no-face': 'No face was found. Use a photo in which the face is upright, lit and at least 80 pixels wide.',
  'several-faces': 'Several faces of like size were found. Crop the photo to one person.',
  'too-small': 'The face is too small. Use a photo in which it is at least 80 pixels wide.',
  'too-blurred': 'The face is too blurred. Use a sharper photo.',
  'turned-away': 'The face is turned away. Use a photo in which the person looks at the camera.',
  'too-hidden':
    'Too much of the face is hidden. Use a photo in which all of it can be seen, without dark glasses, mask or paint.',
} as const;

/**
 * Makes a template from a reference photo with one clearly dominant face; small bystanders do not matter. `detector` is
 * any face detector. Never throws for an unsuitable photo: that is an answer.
 */
export async function enrolReference(
  embedder: FaceEmbedder,
  detector: Detector<'faces'>,
  photo: DecodedPhoto,
  signal: AbortSignal = new AbortController().signal,
): Promise<Enrolment> {
  const faces = await detector.observe(photo, {}, signal);
  const found = faces.filter(({ score }) => score >= certain);
  const [first, second] = found.sort((a, b) => prominence(b, photo) - prominence(a, photo));
  if (first === undefined) return refuse('no-face');
  if (second !== undefined && prominence(second, photo) >= alike * prominence(first, photo)) {
    return refuse('several-faces');
  }
  const why = whyIncomparable(first);
  if (why !== null) return refuse(why);
  const vectors = await embedder.embed(photo, first.landmarks);
  if (isTooHidden(first, vectors)) return refuse('too-hidden');
  const size = Math.min(1, first.sizePx / 112);
  const quality = Math.cbrt(size * first.frontality * first.sharpness);
  return { status: 'usable', template: { model: embedder.model, vectors: [vectors] }, quality };
}

function refuse(why: keyof typeof details): Enrolment {
  return { status: 'unusable', why, detail: details[why] };
}

/** Area, less for faces cut by the picture's edge: a crop around one person often holds part of a neighbour. */
function prominence({ box }: Face, { full }: DecodedPhoto): number {
  const isCut =
    box.x <= 1 || box.y <= 1 || box.x + box.width >= full.width - 1 || box.y + box.height >= full.height - 1;
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const aside = Math.hypot(centre.x / full.width - 0.5, centre.y / full.height - 0.5);
  return box.width * box.height * (isCut ? 0.5 : 1) * (1 - aside);
}
