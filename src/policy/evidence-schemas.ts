import { z } from 'zod';
import { groupErrorsSchema } from './words/group-errors-schema.ts';
import { enclosedKinds, type EvidenceName, type EvidenceValues } from './words/evidence.ts';

/** A probability or share, with room for the last bit of 32-bit sums. */
const share = z.number().min(-1e-3).max(1.001);
const maybeShare = share.nullable();
const size = z.number().int().min(0);
const text = z.string();
const maybeText = text.nullable();
const point = z.object({ x: z.number(), y: z.number() });
const box = z.object({ x: z.number(), y: z.number(), width: z.number().min(0), height: z.number().min(0) });

const face = z.object({
  box,
  score: share,
  landmarks: z.object({ eyeLeft: point, eyeRight: point, nose: point, mouthLeft: point, mouthRight: point }),
  sizePx: z.number().min(0),
  frontality: share,
  sharpness: share,
  disagreement: z.number().min(0).optional(),
  eyeLight: z.number().min(0).optional(),
});

const faceMatch = z.object({
  incomparable: z.enum(['too-small', 'too-blurred', 'turned-away', 'too-hidden']).nullable(),
  candidates: z.array(
    z.object({
      pupil: text.min(1),
      score: share,
      isAged: z.boolean().optional(),
      isLifted: z.boolean().optional(),
    }),
  ),
  scale: z.enum(['alone', 'register']).optional(),
  errors: z.array(groupErrorsSchema).optional(),
});

const personAttire = z.object({
  box,
  face: size.nullable(),
  framing: z.enum(['shoulder-up', 'waist-up', 'full-length', 'unknown']),
  skin: z.object({ torso: maybeShare, upperArms: maybeShare, thighs: maybeShare }).optional(),
  inWater: share.optional(),
  swimwear: share,
});

const file = z.object({
  name: text,
  bytes: size,
  sha256: text,
  kind: z.enum(['jpeg', 'png', 'webp', 'heic', 'avif', 'tiff', 'gif']),
  width: size,
  height: size,
  animated: z.boolean(),
  mislabelled: z.boolean(),
  perceptualHash: text,
});

const metadata = z.object({
  gps: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  takenAt: maybeText,
  cameraMake: maybeText,
  cameraModel: maybeText,
  serialNumber: maybeText,
  owner: maybeText,
  copyright: maybeText,
  software: maybeText,
  captions: z.array(text),
  keywords: z.array(text),
  people: z.array(text),
  hasThumbnail: z.boolean(),
  enclosed: z.array(z.enum(enclosedKinds)).optional(),
  trailingBytes: size,
  items: z.array(z.object({ carrier: text, tag: text, value: text })),
  summary: maybeText,
});

const textRegion = z.object({
  text,
  quad: z.tuple([point, point, point, point]),
  score: share,
  kind: z.enum(['name', 'email', 'phone', 'postcode', 'handle', 'web', 'plate', 'badge', 'other']),
});

/**
 * The shape each observed value must have before a rule may rely on it. Evidence comes back from storage and from other
 * processes, where a NaN has become null and `null >= 0.5` is quietly false: such an item counts as failed instead.
 */
export const evidenceSchemas: { readonly [Name in EvidenceName]: z.ZodType<EvidenceValues[Name]> } = {
  file,
  metadata,
  clean: z.object({ sha256: text.min(1), bytes: size.min(1), width: size, height: size, format: z.literal('jpeg') }),
  faces: z.array(face),
  match: z.object({ compared: z.array(text.min(1)), faces: z.array(faceMatch) }),
  attire: z.object({ swimwear: share, water: share, peopleFound: size.optional(), people: z.array(personAttire) }),
  nudity: z.object({ score: share }),
  text: z.array(textRegion),
};
