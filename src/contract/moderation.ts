import { z } from 'zod';
import { id, line, moment, pageOf, pageQuery, paragraph } from './common.ts';
import { endpoint, file, json, nothing } from './endpoint.ts';
import { photoUnderReview, queuedPhoto, reasonCode } from './photo-under-review.ts';
import { photoState } from './uploads.ts';

const moderators = ['moderator', 'dsl'] as const;
const byPhoto = z.strictObject({ photoId: id });
const decision = { decision: z.enum(['approve', 'reject']), reasonCode, note: paragraph(1_000) };
const manyPhotos = {
  photos: z
    .array(z.strictObject({ photoId: id, version: z.int() }))
    .min(1, 'must name at least one photo')
    .max(100),
};
const manyResults = z.strictObject({
  results: z.array(
    z.strictObject({
      photoId: id,
      version: z.int().nullable().meta({ description: 'Null where it was refused.' }),
      error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
    }),
  ),
});
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
    answer: json(
      pageOf(queuedPhoto).extend({
        beingMade: z.int().meta({
          description: 'Covered and cropped pictures on their way: made and checked now, and in this queue after it.',
        }),
      }),
    ),
  }),
  read: endpoint({
    name: 'moderation.readPhoto',
    method: 'get',
    path: '/api/moderation/photos/:photoId',
    summary: 'Everything a moderator may know about a photo. A quarantined one exists for the safeguarding lead alone.',
    roles: moderators,
    params: byPhoto,
    answer: json(photoUnderReview),
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
      ...manyPhotos,
    }),
    answer: json(manyResults),
  }),
  coverMany: endpoint({
    name: 'moderation.coverPhotos',
    method: 'post',
    path: '/api/moderation/outputs',
    summary:
      'Cover every face, found or drawn by hand, of some photos as uploaded; each has its own result. The new pictures are checked, and a person decides them.',
    roles: moderators,
    body: z.strictObject(manyPhotos),
    answer: json(manyResults, 202),
  }),
  restoreMany: endpoint({
    name: 'moderation.restorePhotos',
    method: 'delete',
    path: '/api/moderation/outputs',
    summary: 'Go back to some photos as uploaded; each has its own result.',
    roles: moderators,
    body: z.strictObject(manyPhotos),
    answer: json(manyResults),
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
  preview: endpoint({
    name: 'moderation.previewPhoto',
    method: 'get',
    path: '/api/moderation/photos/:photoId/preview',
    summary: 'The small clean picture of a photo as uploaded, whatever covers it by now. Never of a quarantined photo.',
    roles: moderators,
    params: byPhoto,
    answer: file('image/jpeg'),
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
