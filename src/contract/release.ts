import { z } from 'zod';
import { channelId, day, id, line, moment, pageOf, pageQuery } from './common.ts';
import { endpoint, file, json, nothing } from './endpoint.ts';
import { accountUrl, standingPost } from './posts.ts';

const collectors = ['staff', 'office', 'moderator'] as const;
const readers = ['office', 'moderator', 'dsl'] as const;
/** Whoever posts, and whoever has to find it again. */
const keepersOfPosts = ['staff', 'office', 'moderator', 'dsl'] as const;
const byBatch = z.strictObject({ batchId: id });
const byBatchAndChannel = z.strictObject({ batchId: id, channelId });
const byRelease = z.strictObject({ releaseId: id });
const person = z.strictObject({ id, displayName: z.string() });

/** As a browser reads it, so that what is shown is where the link leads. */
const postAddress = z
  .url({ protocol: /^https$/, normalize: true, error: 'must be an address that starts with https://' })
  .max(2_000, 'must have at most 2000 characters')
  .regex(/^https:\/\/[^/?#@]*(?:[/?#]|$)/, 'must not hold a name before its host');

const photoStatus = z.strictObject({
  photoId: id,
  position: z.int(),
  state: z.enum(['ready', 'preparing', 'released', 'not-ready', 'taken-down']).meta({
    description:
      'ready: clear or approved and not yet collected. not-ready: somebody must look at it, or it cannot be used.',
  }),
  releaseId: id.nullable(),
  fileName: z.string().nullable(),
  caption: z.string().nullable().meta({ description: 'The words it was released with; null before.' }),
  altText: z.string().nullable(),
  posts: z.array(standingPost).meta({ description: 'Where it was put.' }),
});

const post = z.strictObject({
  id,
  url: z.string(),
  postedOn: day,
  recordedAt: moment,
  recordedBy: person,
  retractedAt: moment.nullable().meta({ description: 'When somebody said that it was recorded by mistake.' }),
  retractedBy: person.nullable(),
});

const standing = {
  takenDownAt: moment.nullable().meta({ description: 'When its takedown ended.' }),
  couldNotBeRemoved: z.boolean().meta({ description: 'The takedown ended, and the photo is still out there.' }),
  takedownDueOn: day.nullable().meta({ description: 'The day by which an open takedown is due.' }),
};

const ledgerEntry = {
  id,
  photoId: id.nullable(),
  batchId: id.nullable(),
  batchTitle: z.string().nullable(),
  channelId,
  channelName: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  releasedAt: moment,
  releasedBy: person,
  approvedBy: person.nullable(),
  ...standing,
  posts: z.array(post),
};

/** Collecting what may leave, and the record of what left. */
export const releaseEndpoints = {
  status: endpoint({
    name: 'release.status',
    method: 'get',
    path: '/api/batches/:batchId/releases/:channelId',
    summary: 'How far each photo of a batch is on its way to a channel.',
    roles: collectors,
    params: byBatchAndChannel,
    answer: json(
      z.strictObject({
        isRegisterFresh: z.boolean().meta({ description: 'False: the pupil list is too old, nothing is released.' }),
        isChannelOpen: z.boolean(),
        accountUrl,
        photos: z.array(photoStatus),
      }),
    ),
  }),
  prepare: endpoint({
    name: 'release.prepare',
    method: 'post',
    path: '/api/batches/:batchId/releases',
    summary: 'Prepare the clear and approved photos of a batch for a channel; each is judged again first.',
    roles: collectors,
    params: byBatch,
    body: z.strictObject({
      channelId,
      photoIds: z.array(id).min(1, 'must name at least one photo').max(500).optional(),
    }),
    answer: json(z.strictObject({ queued: z.int(), alreadyThere: z.int() }), 202),
  }),
  download: endpoint({
    name: 'release.download',
    method: 'get',
    path: '/api/batches/:batchId/releases/:channelId/photos.zip',
    summary: 'The released photos of a batch for a channel, with manifest.json and manifest.csv.',
    roles: collectors,
    params: byBatchAndChannel,
    answer: file('application/zip'),
  }),
  post: endpoint({
    name: 'release.recordPost',
    method: 'post',
    path: '/api/releases/:releaseId/posts',
    summary:
      'Record where a released photo was put. One release may have several posts. An address that names a pupil is asked about.',
    roles: keepersOfPosts,
    params: byRelease,
    body: z.strictObject({
      url: postAddress,
      postedOn: day,
      isNameKnown: z.boolean().default(false).meta({
        description: 'The person has read that the address names a pupil, and the photo is there all the same.',
      }),
    }),
    answer: json(z.strictObject({ id }), 201),
  }),
  retractPost: endpoint({
    name: 'release.retractPost',
    method: 'post',
    path: '/api/posts/:postId/retract',
    summary: 'Say that an address was recorded by mistake. It stays on record, and no takedown leads there.',
    roles: keepersOfPosts,
    params: z.strictObject({ postId: id }),
    answer: nothing,
  }),
  picture: endpoint({
    name: 'release.picture',
    method: 'get',
    path: '/api/releases/:releaseId/picture',
    summary: 'The exact bytes that left.',
    roles: readers,
    params: byRelease,
    answer: file('image/jpeg'),
  }),
  ledger: endpoint({
    name: 'release.listLedger',
    method: 'get',
    path: '/api/ledger',
    summary: 'What was published where, the newest first.',
    roles: readers,
    query: z.strictObject({
      ...pageQuery,
      channelId: channelId.optional(),
      pupilId: id.optional(),
      from: day.optional(),
      to: day.optional(),
      standing: z.enum(['yes', 'no']).optional(),
    }),
    answer: json(pageOf(z.strictObject(ledgerEntry))),
  }),
  read: endpoint({
    name: 'release.readLedgerEntry',
    method: 'get',
    path: '/api/ledger/:releaseId',
    summary: 'One release: its words, its size, the permissions it relies on.',
    roles: readers,
    params: byRelease,
    answer: json(
      z.strictObject({
        ...ledgerEntry,
        bytes: z.int(),
        widthPx: z.int(),
        heightPx: z.int(),
        caption: z.string(),
        altText: z.string(),
        policyNumber: z.int(),
        accountUrl,
        consents: z.array(
          z.strictObject({
            pupilId: id,
            firstName: z.string(),
            lastName: z.string(),
            className: z.string().nullable(),
            how: z.enum(['matched', 'line-up', 'named', 'roll']),
            consentId: id.nullable(),
            validUntil: day.nullable(),
          }),
        ),
      }),
    ),
  }),
  lookUp: endpoint({
    name: 'release.lookUp',
    method: 'post',
    path: '/api/look-up',
    summary: '“Is this one of ours?”: the released photos that look most like a picture. The picture is not kept.',
    roles: readers,
    upload: { field: 'picture', maxBytes: 25_000_000, maxFiles: 1 },
    answer: json(
      z.strictObject({
        compared: z.int(),
        found: z.array(
          z.strictObject({
            releaseId: id,
            channelId,
            channelName: z.string(),
            releasedAt: moment,
            ...standing,
            distance: z.int().meta({ description: 'Differing bits of 64.' }),
            likeness: z.enum(['same', 'very-like', 'like']),
            words: line(200),
          }),
        ),
      }),
    ),
  }),
} as const;
