import { z } from 'zod';
import { channelId, day, id, moment, pageOf, pageQuery, paragraph } from './common.ts';
import { endpoint, json, nothing } from './endpoint.ts';
import { accountUrl, standingPost } from './posts.ts';
import { policyRules } from './setup.ts';

const doers = ['staff', 'office', 'moderator', 'dsl'] as const;
const overseers = ['office', 'moderator', 'dsl'] as const;
const byTakedown = z.strictObject({ takedownId: id });
const person = z.strictObject({ id, displayName: z.string() });
const outcome = z.enum(['removed', 'never-posted', 'cannot-be-removed']);

/** Why something must come down. That it is a restriction is for the safeguarding lead alone. */
const cause = z.enum([
  'withdrawn',
  'expired',
  'left',
  'restricted',
  'may-not-appear',
  'objected',
  'replay',
  'channel-closed',
  'erasure',
  'asked',
]);

const pupil = z.strictObject({ id, firstName: z.string(), lastName: z.string() });

const takedown = z.strictObject({
  id,
  releaseId: id,
  channelId,
  channelName: z.string(),
  isChannelClosed: z.boolean(),
  fileName: z.string(),
  posts: z.array(standingPost).meta({ description: 'Where it was put.' }),
  accountUrl,
  state: z.enum(['open', 'overdue', 'done']),
  cause: cause.nullable().meta({ description: 'Null for members of staff: that it must come down is enough.' }),
  pupil: pupil.nullable(),
  nobodyLooked: z.boolean().meta({
    description: 'Nobody said in time whether the pupil is in it. An answer that they are not ends it.',
  }),
  owner: person,
  dueOn: day,
  createdAt: moment,
  doneAt: moment.nullable(),
  doneBy: person.nullable(),
  outcome: z.enum([...outcome.options, 'called-off']).nullable(),
  note: z.string().nullable().meta({ description: 'For those who oversee takedowns, and whoever wrote it.' }),
});

const look = z.strictObject({
  id,
  releaseId: id,
  channelId,
  channelName: z.string(),
  fileName: z.string(),
  cause,
  pupil,
  dueOn: day,
  createdAt: moment,
  isComingDown: z.boolean().meta({ description: 'A takedown of the photo is open already.' }),
  isMine: z.boolean().meta({ description: 'The caller uploaded the photo, so somebody else says that it may stay.' }),
});

const change = z.strictObject({
  photoId: id,
  batchId: id,
  before: z.enum(['clear', 'review', 'block']).nullable(),
  after: z.enum(['clear', 'review', 'block']),
});

/** What must come down, what a person must look at again, and judging everything again. */
export const takedownEndpoints = {
  list: endpoint({
    name: 'takedowns.list',
    method: 'get',
    path: '/api/takedowns',
    summary: 'Takedowns, the most urgent first; members of staff see their own.',
    roles: doers,
    query: z.strictObject({
      ...pageQuery,
      state: z.enum(['open', 'overdue', 'done', 'all']).default('open'),
      ownerId: id.optional(),
      releaseId: id.optional(),
    }),
    answer: json(pageOf(takedown)),
  }),
  ask: endpoint({
    name: 'takedowns.ask',
    method: 'post',
    path: '/api/releases/:releaseId/takedown',
    summary:
      'Ask for a released photo to be taken down, whatever the reason; again, if it was found after it was taken down.',
    roles: overseers,
    params: z.strictObject({ releaseId: id }),
    answer: json(z.strictObject({ id }), 201),
  }),
  assign: endpoint({
    name: 'takedowns.assign',
    method: 'post',
    path: '/api/takedowns/:takedownId/owner',
    summary: 'Give an open takedown to somebody else.',
    roles: overseers,
    params: byTakedown,
    body: z.strictObject({ ownerId: id }),
    answer: nothing,
  }),
  complete: endpoint({
    name: 'takedowns.complete',
    method: 'post',
    path: '/api/takedowns/:takedownId/done',
    summary: 'Say that a takedown was done, and how. Its owner, or anybody who oversees them.',
    roles: doers,
    params: byTakedown,
    body: z.strictObject({
      outcome,
      note: paragraph(1_000),
      wholeChannel: z
        .boolean()
        .default(false)
        .meta({ description: 'The same holds for all that is due on its closed channel.' }),
    }),
    answer: nothing,
  }),
  callOff: endpoint({
    name: 'takedowns.callOff',
    method: 'post',
    path: '/api/takedowns/:takedownId/call-off',
    summary: 'Say that a photo may stay after all. It is judged anew first; what must still come down stays due.',
    roles: overseers,
    params: byTakedown,
    body: z.strictObject({ note: paragraph(1_000).min(1, 'must say why it may stay') }),
    answer: nothing,
  }),
  listLooks: endpoint({
    name: 'takedowns.listLooks',
    method: 'get',
    path: '/api/looks',
    summary: 'Released photos in which a person must look for a pupil whose face was never compared.',
    roles: ['moderator', 'dsl'],
    query: z.strictObject({ ...pageQuery, pupilId: id.optional() }),
    answer: json(pageOf(look)),
  }),
  answerLook: endpoint({
    name: 'takedowns.answerLook',
    method: 'post',
    path: '/api/looks/:lookId/answer',
    summary:
      'Say whether the pupil is in the photo. “Cannot tell” counts as here, and so does no answer by its day: it comes down.',
    roles: ['moderator', 'dsl'],
    params: z.strictObject({ lookId: id }),
    body: z.strictObject({ answer: z.enum(['here', 'not-here', 'cannot-tell']) }),
    answer: json(z.strictObject({ takedownId: id.nullable().meta({ description: 'The takedown that is open now.' }) })),
  }),
  replay: endpoint({
    name: 'takedowns.replay',
    method: 'post',
    path: '/api/replay',
    summary: 'Judge every stored photo again with the register and the policy of today.',
    roles: ['dsl', 'admin'],
    answer: json(z.strictObject({ photos: z.int() }), 202),
  }),
  preview: endpoint({
    name: 'takedowns.previewPolicy',
    method: 'post',
    path: '/api/replay/preview',
    summary: 'What other thresholds would have said of the photos of the last days. Changes nothing.',
    roles: ['dsl', 'admin'],
    body: z.strictObject({ rules: policyRules, days: z.int().min(1).max(90).default(30) }),
    answer: json(
      z.strictObject({
        judged: z.int(),
        isPartial: z.boolean().meta({ description: 'Only the newest were judged, because there were very many.' }),
        moreFlagged: z.int(),
        fewerFlagged: z.int(),
        moreBlocked: z.int(),
        fewerBlocked: z.int(),
        releasedNowFlagged: z.int(),
        sentence: z.string(),
        changes: z.array(change).max(200),
      }),
    ),
  }),
} as const;
