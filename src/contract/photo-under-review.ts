import { z } from 'zod';
import { day, id, moment } from './common.ts';
import { photoState, shownFinding } from './uploads.ts';

const verdict = z.enum(['clear', 'review', 'block']);
const point = z.strictObject({ x: z.number(), y: z.number() });

/** A rectangle in pixels of the photo as it was uploaded, upright. */
export const box = z.strictObject({
  x: z.number().min(0),
  y: z.number().min(0),
  width: z.number().min(1, 'must be at least 1 pixel wide'),
  height: z.number().min(1, 'must be at least 1 pixel high'),
});

/** Four corners in pixels of the photo as it was uploaded, upright. */
export const quad = z.tuple([point, point, point, point]);

/** Why a person decided as they did. */
export const reasonCode = z.enum([
  'all-permitted',
  'covered-enough',
  'may-not-appear',
  'attire',
  'words',
  'undignified',
  'quality',
  'other',
]);

const found = z.strictObject({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
});

const candidate = z.strictObject({
  pupilId: id,
  name: z.string(),
  word: z.enum(['likely', 'possible', 'not-alike']),
  meaning: z.string().meta({ description: 'How often that word is wrong, as measured, in a sentence.' }),
});

/** What was found in one picture; numbers are the ones that findings name. Positions are pixels of that picture. */
const marks = {
  faces: z.array(
    z.strictObject({
      number: z.int(),
      box: found,
      head: quad.meta({ description: 'What a cover of this face hides: the whole head with its hair.' }),
      candidates: z.array(candidate),
    }),
  ),
  texts: z.array(z.strictObject({ number: z.int(), text: z.string(), quad })),
  people: z.array(z.strictObject({ number: z.int(), box: found })),
};

/** What is covered and where it is cropped, in pixels of the photo as it was uploaded, upright. */
export const pictureChange = z.strictObject({
  faces: z.array(z.int().min(1)).max(500).meta({ description: 'Numbers of the faces found.' }),
  drawnFaces: z.array(id).max(100),
  areas: z.array(quad).max(100),
  crop: box.nullable(),
});

/** A photo that waits for a decision, as the queue lists it. */
export const queuedPhoto = z.strictObject({
  id,
  batchId: id,
  batchTitle: z.string(),
  eventDate: day,
  verdict: verdict.nullable(),
  stateChangedAt: moment,
  uploadedBy: z.string(),
  isMine: z.boolean().meta({ description: 'Uploaded by the person who asks, so for somebody else to decide.' }),
  lineUpLeft: z.int(),
  hasPreview: z.boolean(),
  isEasy: z.boolean().meta({
    description:
      'No block, nothing left in the line-up and no covers that nobody looked at: may be decided with others.',
  }),
  isChanged: z.boolean().meta({ description: 'Its picture is covered or cropped.' }),
  facesToCover: z.int().meta({
    description:
      'Faces found or drawn on the photo as uploaded; none once it is changed, or where there is no clean copy.',
  }),
  version: z.int(),
});

/** Everything a moderator may know about a photo. */
export const photoUnderReview = z.strictObject({
  id,
  state: photoState,
  version: z.int(),
  isMine: z.boolean(),
  isQuarantined: z.boolean(),
  fileName: z.string(),
  widthPx: z.int().nullable(),
  heightPx: z.int().nullable(),
  caption: z.string(),
  altText: z.string(),
  hasPreview: z.boolean(),
  looksLike: id.nullable(),
  uploadedBy: z.string(),
  uploadedAt: moment,
  batch: z.strictObject({
    id,
    title: z.string(),
    eventDate: day,
    caption: z.string(),
    channels: z.array(z.string()),
    checklist: z.array(z.strictObject({ question: z.string(), answer: z.string(), isConcern: z.boolean() })),
  }),
  verdict: verdict.nullable(),
  findings: z.array(shownFinding),
  coverageLine: z.string().nullable(),
  lineUpLeft: z.int(),
  block: z.enum(['quarantine', 'restricted', 'ordinary']).nullable(),
  ...marks,
  drawnFaces: z.array(
    z.strictObject({
      id,
      box: found,
      head: quad,
      number: z.int().nullable().meta({ description: 'As findings call it; null when it was not compared.' }),
      comparison: z.enum(['waiting', 'compared', 'not-compared']),
      reason: z.string().nullable().meta({ description: 'Why it was not compared.' }),
      candidates: z.array(candidate),
    }),
  ),
  denials: z
    .array(z.strictObject({ id, face: z.int(), name: z.string(), reason: z.string(), saidBy: z.string() }))
    .meta({ description: 'Faces that somebody said are not the pupil they were taken for.' }),
  metadata: z.strictObject({
    summary: z.string().nullable(),
    items: z.array(z.strictObject({ carrier: z.string(), tag: z.string(), value: z.string() })),
  }),
  output: z
    .strictObject({
      id,
      kind: z.enum(['cover', 'crop', 'cover-and-crop']),
      checkState: z.enum(['waiting', 'passed', 'failed']),
      checkReason: z.string().nullable(),
      hasPreview: z.boolean(),
      widthPx: z.int().nullable(),
      heightPx: z.int().nullable(),
      change: pictureChange,
      ...marks,
    })
    .meta({ description: 'The covered or cropped picture. Findings are about it, with the numbers given here.' })
    .nullable(),
  override: z.strictObject({ askedBy: z.string(), reason: z.string(), isMine: z.boolean() }).nullable(),
  history: z.array(
    z.strictObject({
      at: moment,
      who: z.string(),
      what: z.string(),
      decision: z
        .strictObject({
          decision: z.enum(['approve', 'approve-with-covers', 'crop', 'reject', 'delete']),
          reasonCode,
          note: z.string(),
        })
        .nullable()
        .meta({ description: 'What was decided and why; null for everything else that happened.' }),
    }),
  ),
});
