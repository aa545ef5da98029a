import { z } from 'zod';
import { photoStates } from '../policy/words/photo-state.ts';
import { roles } from '../policy/words/role.ts';
import { channelId, day, id, line, moment, pageOf, pageQuery, paragraph } from './common.ts';
import { endpoint, events, file, json, nothing } from './endpoint.ts';

const everybody = roles;
const byBatch = z.strictObject({ batchId: id });
const byPhoto = z.strictObject({ photoId: id });
const megabyte = 1_000_000;

/** What a batch and its photos may hold. One request may carry some photos of a batch; a page sends them one by one. */
export const uploadLimits = {
  photosPerBatch: 500,
  photosPerRequest: 20,
  bytesPerPhoto: 25 * megabyte,
  /** A photo above the limit is refused by itself; a file above this ends its request. */
  bytesPerFile: 60 * megabyte,
} as const;

/** Where a photo is on its journey. */
export const photoState = z.enum(photoStates);

const batchState = z.enum(['open', 'submitted', 'decided', 'closed']);
const counts = z.strictObject({
  total: z.int(),
  waiting: z.int().meta({ description: 'Received or being screened.' }),
  clear: z.int(),
  flagged: z.int().meta({ description: 'Waiting for a moderator.' }),
  approved: z.int(),
  rejected: z.int(),
  released: z.int().meta({ description: 'Released, now or earlier.' }),
});

const roll = z.strictObject({
  wholeSchool: z.boolean().meta({ description: 'Nobody said who was there, so anybody may be in the photos.' }),
  classes: z.array(line(100)).max(200),
  years: z.array(line(100)).max(50),
  pupils: z.array(id).max(500),
});

const answered = z.strictObject({ id: z.string().max(40), answer: z.enum(['yes', 'no', 'not-sure']) });
const question = z.strictObject({ id: z.string(), question: z.string(), expected: z.enum(['yes', 'no']) });

export type { FindingCode } from '../policy/words/finding-code.ts';

/** A finding as the viewer may read it. */
export const shownFinding = z.strictObject({
  code: z.string(),
  severity: z.enum(['block', 'review', 'unknown', 'note']),
  subject: z.string(),
  reason: z.string(),
});

const batchSummary = {
  id,
  title: z.string(),
  eventDate: day,
  state: batchState,
  channels: z.array(channelId),
  createdAt: moment,
  counts,
};

const photoSummary = z.strictObject({
  id,
  position: z.int(),
  fileName: z.string(),
  state: photoState,
  verdict: z.enum(['clear', 'review', 'block']).nullable(),
  hasPreview: z.boolean(),
  looksLike: id.nullable().meta({ description: 'An earlier photo of the batch that looks the same.' }),
  version: z.int(),
});

const refusal = z.strictObject({ code: z.string(), message: z.string() });
const received = z.strictObject({
  /** Its place among the files of this request, from 0. */
  index: z.int(),
  outcome: z.enum(['received', 'already-there', 'refused']),
  photoId: id.nullable(),
  error: refusal.nullable(),
});

const batchWords = { title: line(200), caption: paragraph(2_000) };
const text = { caption: paragraph(2_000), altText: paragraph(1_000) };

/** Batches and their photos, up to the verdict. */
export const uploadEndpoints = {
  readForm: endpoint({
    name: 'uploads.readForm',
    method: 'get',
    path: '/api/uploads/form',
    summary: 'What opening a batch needs: open channels, classes and years, the checklist, the limits.',
    roles: everybody,
    answer: json(
      z.strictObject({
        channels: z.array(z.strictObject({ id: channelId, name: z.string() })),
        classes: z.array(z.string()),
        years: z.array(z.string()),
        questions: z.array(question),
        limits: z.strictObject({ photosPerBatch: z.int(), photosPerRequest: z.int(), bytesPerPhoto: z.int() }),
      }),
    ),
  }),
  open: endpoint({
    name: 'uploads.openBatch',
    method: 'post',
    path: '/api/batches',
    summary: 'Open a batch: where its photos are bound for, who was there, the checklist’s answers.',
    roles: everybody,
    body: z.strictObject({
      ...batchWords,
      eventDate: day,
      channels: z.array(channelId).min(1, 'must name at least one channel').max(20),
      roll,
      altText: text.altText,
      checklist: z.array(answered).max(20),
    }),
    answer: json(z.strictObject({ id }), 201),
  }),
  list: endpoint({
    name: 'uploads.listBatches',
    method: 'get',
    path: '/api/batches',
    summary: 'My batches, the newest first, with what is waiting.',
    roles: everybody,
    query: z.strictObject(pageQuery),
    answer: json(pageOf(z.strictObject(batchSummary))),
  }),
  read: endpoint({
    name: 'uploads.readBatch',
    method: 'get',
    path: '/api/batches/:batchId',
    summary: 'A batch and its photos: for its uploader, moderators and the safeguarding lead.',
    roles: everybody,
    params: byBatch,
    answer: json(
      z.strictObject({
        ...batchSummary,
        uploadedBy: z.strictObject({ id, displayName: z.string(), isMe: z.boolean() }),
        roll,
        caption: z.string(),
        altText: z.string(),
        checklist: z.array(z.strictObject({ ...question.shape, answer: answered.shape.answer })),
        photos: z.array(photoSummary),
      }),
    ),
  }),
  submit: endpoint({
    name: 'uploads.submitBatch',
    method: 'post',
    path: '/api/batches/:batchId/submit',
    summary: 'Say that a batch is complete: no more photos are added.',
    roles: everybody,
    params: byBatch,
    answer: nothing,
  }),
  upload: endpoint({
    name: 'uploads.uploadPhotos',
    method: 'post',
    path: '/api/batches/:batchId/photos',
    summary: 'Add photos to a batch. Each has its own result; sending one again changes nothing.',
    roles: everybody,
    params: byBatch,
    upload: { field: 'photo', maxBytes: uploadLimits.bytesPerFile, maxFiles: uploadLimits.photosPerRequest },
    answer: json(z.strictObject({ results: z.array(received) }), 202),
  }),
  watch: endpoint({
    name: 'uploads.watchBatch',
    method: 'get',
    path: '/api/batches/:batchId/progress',
    summary: 'How far a batch is, at once and at every change, until nothing is being screened.',
    roles: everybody,
    params: byBatch,
    answer: events(z.strictObject({ state: batchState, counts })),
  }),
  changeWords: endpoint({
    name: 'uploads.changeBatchWords',
    method: 'put',
    path: '/api/batches/:batchId/words',
    summary: 'Change a batch’s title and caption. Its photos that have not left are judged again with the new words.',
    roles: everybody,
    params: byBatch,
    body: z.strictObject({
      ...batchWords,
      was: z
        .strictObject({ title: z.string().max(200), caption: z.string().max(2_000) })
        .meta({ description: 'The words that these replace; refused when others stand there by now.' }),
    }),
    answer: nothing,
  }),
  readPhoto: endpoint({
    name: 'uploads.readPhoto',
    method: 'get',
    path: '/api/photos/:photoId',
    summary: 'A photo as its uploader may see it: the verdict in words, what metadata was removed.',
    roles: everybody,
    params: byPhoto,
    answer: json(
      z.strictObject({
        ...photoSummary.shape,
        batchId: id,
        widthPx: z.int().nullable(),
        heightPx: z.int().nullable(),
        caption: z.string(),
        altText: z.string(),
        findings: z.array(shownFinding),
        metadataRemoved: z.string().nullable().meta({ description: 'One sentence; null when there was none.' }),
      }),
    ),
  }),
  preview: endpoint({
    name: 'uploads.previewPhoto',
    method: 'get',
    path: '/api/photos/:photoId/preview',
    summary:
      'A small clean picture, for the uploader, moderators and the safeguarding lead. Never of a quarantined photo.',
    roles: everybody,
    params: byPhoto,
    query: z.strictObject({
      version: z.coerce.number().int().optional().meta({
        description: 'Of the photo, so that a browser that holds the picture from before a cover asks again.',
      }),
    }),
    answer: file('image/jpeg'),
  }),
  changeText: endpoint({
    name: 'uploads.changeText',
    method: 'put',
    path: '/api/photos/:photoId/text',
    summary: 'Change a photo’s caption and alternative text. It is judged again with the new words.',
    roles: everybody,
    params: byPhoto,
    body: z.strictObject({ ...text, version: z.int() }),
    answer: json(z.strictObject({ state: photoState, version: z.int() })),
  }),
  delete: endpoint({
    name: 'uploads.deletePhoto',
    method: 'delete',
    path: '/api/photos/:photoId',
    summary: 'Delete a photo at once, with everything made from it. Not once it was released.',
    roles: everybody,
    params: byPhoto,
    answer: nothing,
  }),
} as const;
