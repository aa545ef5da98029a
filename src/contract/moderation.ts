import { z } from 'zod';
import { day, id, line, moment, pageOf, pageQuery, paragraph } from './common.ts';
import { endpoint, file, json, nothing } from './endpoint.ts';
import { photoState, shownFinding } from './uploads.ts';

const moderators = ['moderator', 'dsl'] as const;
const byPhoto = z.strictObject({ photoId: id });
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

const queued = z.strictObject({
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
  isEasy: z.boolean().meta({ description: 'No block and nothing left in the line-up: may be decided with others.' }),
  version: z.int(),
});

const detail = z.strictObject({
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

const decision = { decision: z.enum(['approve', 'reject']), reasonCode, note: paragraph(1_000) };
const moved = z.strictObject({ state: photoState, version: z.int() });

/** The queue, one photo, and deciding. */
export const moderationEndpoints = {
  queue: endpoint({
    name: 'moderation.readQueue',
    method: 'get',
    path: '/api/moderation/queue',
    summary: 'Photos that wait for a decision: blocked ones first, then the oldest.',
    roles: moderators,
    query: z.strictObject(pageQuery),
    answer: json(pageOf(queued)),
  }),
  read: endpoint({
    name: 'moderation.readPhoto',
    method: 'get',
    path: '/api/moderation/photos/:photoId',
    summary: 'Everything a moderator may know about a photo. A quarantined one exists for the safeguarding lead alone.',
    roles: moderators,
    params: byPhoto,
    answer: json(detail),
  }),
  decide: endpoint({
    name: 'moderation.decidePhoto',
    method: 'post',
    path: '/api/moderation/photos/:photoId/decision',
    summary: 'Approve or reject the picture as it is now. Never one’s own upload.',
    roles: moderators,
    params: byPhoto,
    body: z.strictObject({ ...decision, version: z.int() }),
    answer: json(moved),
  }),
  decideMany: endpoint({
    name: 'moderation.decidePhotos',
    method: 'post',
    path: '/api/moderation/decisions',
    summary: 'Decide some easy photos at once; each has its own result.',
    roles: moderators,
    body: z.strictObject({
      ...decision,
      photos: z
        .array(z.strictObject({ photoId: id, version: z.int() }))
        .min(1, 'must name at least one photo')
        .max(100),
    }),
    answer: json(
      z.strictObject({
        results: z.array(
          z.strictObject({
            photoId: id,
            state: photoState.nullable(),
            version: z.int().nullable().meta({ description: 'Null where it was refused.' }),
            error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
          }),
        ),
      }),
    ),
  }),
  undo: endpoint({
    name: 'moderation.undoDecision',
    method: 'post',
    path: '/api/moderation/photos/:photoId/undo',
    summary: 'Take a decision back, until the photo is released. A person then decides again.',
    roles: moderators,
    params: byPhoto,
    body: z.strictObject({ version: z.int() }),
    answer: json(moved),
  }),
  readQuarantine: endpoint({
    name: 'moderation.readQuarantine',
    method: 'get',
    path: '/api/moderation/quarantine',
    summary: 'Photos that only the safeguarding lead may handle. There is no picture of them anywhere.',
    roles: ['dsl'],
    answer: json(
      z.strictObject({
        photos: z.array(
          z.strictObject({
            photoId: id,
            batchTitle: z.string(),
            uploadedBy: z.string(),
            openedAt: moment,
            reasons: z.array(z.string()),
            version: z.int(),
          }),
        ),
      }),
    ),
  }),
  closeQuarantine: endpoint({
    name: 'moderation.closeQuarantine',
    method: 'post',
    path: '/api/moderation/quarantine/:photoId',
    summary: 'Record what came of a quarantined photo. It is rejected, or deleted at once; never used.',
    roles: ['dsl'],
    params: byPhoto,
    body: z.strictObject({
      outcome: z.enum(['not-of-concern', 'deleted', 'reported']),
      note: line(1_000),
      version: z.int(),
    }),
    answer: nothing,
  }),
  view: endpoint({
    name: 'moderation.viewPhoto',
    method: 'get',
    path: '/api/moderation/photos/:photoId/view',
    summary:
      'A larger clean picture to zoom into, at most 2048 pixels long, made for this answer and kept nowhere. Never of a quarantined photo.',
    roles: moderators,
    params: byPhoto,
    answer: file('image/jpeg'),
  }),
  outputView: endpoint({
    name: 'moderation.viewOutput',
    method: 'get',
    path: '/api/moderation/photos/:photoId/outputs/:outputId/view',
    summary: 'A larger picture of a covered or cropped photo, made for this answer and kept nowhere.',
    roles: moderators,
    params: z.strictObject({ photoId: id, outputId: id }),
    answer: file('image/jpeg'),
  }),
  outputPreview: endpoint({
    name: 'moderation.previewOutput',
    method: 'get',
    path: '/api/moderation/photos/:photoId/outputs/:outputId/preview',
    summary: 'A small picture of a covered or cropped photo.',
    roles: moderators,
    params: z.strictObject({ photoId: id, outputId: id }),
    answer: file('image/jpeg'),
  }),
} as const;
