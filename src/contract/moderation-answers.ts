import { z } from 'zod';
import { id, line } from './common.ts';
import { endpoint, file, json } from './endpoint.ts';
import { box, pictureChange } from './photo-under-review.ts';
import { whichPortrait } from './register-photos.ts';
import { photoState } from './uploads.ts';

const moderators = ['moderator', 'dsl'] as const;
const byPhoto = z.strictObject({ photoId: id });
const version = z.int();
const answer = z.enum(['here', 'not-here', 'cannot-tell']);
const judged = z.strictObject({
  state: photoState,
  verdict: z.enum(['clear', 'review', 'block']),
  lineUpLeft: z.int(),
  version,
});

/** What people say about a picture, and how they change it. */
export const answerEndpoints = {
  lineUp: endpoint({
    name: 'moderation.readLineUp',
    method: 'get',
    path: '/api/moderation/photos/:photoId/line-up',
    summary: 'The pupils who may not appear, may be here, and were not compared: a person looks for each.',
    roles: moderators,
    params: byPhoto,
    answer: json(
      z.strictObject({
        version,
        pupils: z.array(
          z.strictObject({
            pupilId: id,
            name: z.string(),
            className: z.string().nullable(),
            portraitId: id.nullable().meta({ description: 'Another one for each portrait; null where there is none.' }),
            answer: answer.nullable(),
          }),
        ),
      }),
    ),
  }),
  portrait: endpoint({
    name: 'moderation.readPortrait',
    method: 'get',
    path: '/api/moderation/photos/:photoId/line-up/:pupilId/portrait',
    summary: 'The portrait of a pupil in this photo’s line-up.',
    roles: moderators,
    params: z.strictObject({ photoId: id, pupilId: id }),
    query: whichPortrait,
    answer: file('image/jpeg'),
  }),
  answerLineUp: endpoint({
    name: 'moderation.answerLineUp',
    method: 'post',
    path: '/api/moderation/photos/:photoId/line-up',
    summary: 'Say who was seen. “Cannot tell” counts as here. Never about one’s own upload.',
    roles: moderators,
    params: byPhoto,
    body: z.strictObject({
      version,
      answers: z
        .array(z.strictObject({ pupilId: id, answer }))
        .min(1, 'must hold at least one answer')
        .max(2_000),
    }),
    answer: json(judged),
  }),
  drawFace: endpoint({
    name: 'moderation.drawFace',
    method: 'post',
    path: '/api/moderation/photos/:photoId/faces',
    summary:
      'Draw a face that was not found. It is compared like the others; until then, or when it cannot be, everybody is looked for in the line-up.',
    roles: moderators,
    params: byPhoto,
    body: z.strictObject({ version, box }),
    answer: json(judged),
  }),
  removeFace: endpoint({
    name: 'moderation.removeFace',
    method: 'delete',
    path: '/api/moderation/photos/:photoId/faces/:faceId',
    summary: 'Take back a face drawn by hand.',
    roles: moderators,
    params: z.strictObject({ photoId: id, faceId: id }),
    body: z.strictObject({ version }),
    answer: json(judged),
  }),
  notThisPupil: endpoint({
    name: 'moderation.sayNotThisPupil',
    method: 'post',
    path: '/api/moderation/photos/:photoId/not-this-pupil',
    summary:
      'Say that a face is not the pupil it was taken for. Nothing is learned from it. Of a restricted pupil, only the safeguarding lead may say so.',
    roles: moderators,
    params: byPhoto,
    body: z.strictObject({ version, face: z.int().min(1), pupilId: id, reason: line(500) }),
    answer: json(judged),
  }),
  takeBackDenial: endpoint({
    name: 'moderation.takeBackNotThisPupil',
    method: 'delete',
    path: '/api/moderation/photos/:photoId/not-this-pupil/:saidId',
    summary:
      'Take back that a face is not the pupil it was taken for, by whomever it was said. The photo is judged again.',
    roles: moderators,
    params: z.strictObject({ photoId: id, saidId: id }),
    body: z.strictObject({ version }),
    answer: json(judged),
  }),
  askOverride: endpoint({
    name: 'moderation.askOverride',
    method: 'post',
    path: '/api/moderation/photos/:photoId/override',
    summary: 'Ask that a block be overridden; a second person must agree. Never for a restricted pupil.',
    roles: moderators,
    params: byPhoto,
    body: z.strictObject({ version, reason: line(500) }),
    answer: json(judged),
  }),
  answerOverride: endpoint({
    name: 'moderation.answerOverride',
    method: 'post',
    path: '/api/moderation/photos/:photoId/override/answer',
    summary: 'Answer as the second person: agreeing approves the photo.',
    roles: moderators,
    params: byPhoto,
    body: z.strictObject({ version, answer: z.enum(['agreed', 'refused']) }),
    answer: json(judged),
  }),
  changePicture: endpoint({
    name: 'moderation.changePicture',
    method: 'post',
    path: '/api/moderation/photos/:photoId/outputs',
    summary:
      'Cover heads and areas with a solid fill, crop, or both. The new picture is checked again before it can be approved.',
    roles: moderators,
    params: byPhoto,
    body: z.strictObject({ version, ...pictureChange.shape }),
    answer: json(z.strictObject({ outputId: id, version }), 202),
  }),
  restorePicture: endpoint({
    name: 'moderation.restorePicture',
    method: 'delete',
    path: '/api/moderation/photos/:photoId/outputs',
    summary: 'Go back to the photo as uploaded, without covers and crop. It is judged again, and a person decides it.',
    roles: moderators,
    params: byPhoto,
    body: z.strictObject({ version }),
    answer: json(judged),
  }),
} as const;
