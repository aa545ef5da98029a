import { z } from 'zod';
import { roles } from '../policy/words/role.ts';
import { channelId, day, id, line, moment, paragraph, webAddress } from './common.ts';
import { endpoint, json, nothing } from './endpoint.ts';

const words = (max: number) => paragraph(max).min(1, 'must not be empty');
const byChannel = z.strictObject({ channelId });

/** What may change while a channel is open. */
const settings = {
  name: line(100),
  profile: z.enum(['strict', 'standard']),
  maxLongEdgePx: z.int().min(320, 'must be at least 320 pixels').max(8_000, 'must be at most 8000 pixels'),
  namesAllowed: z.boolean(),
  noRecordMeans: z.enum(['refused', 'permitted']).meta({ description: 'For pupils nobody has answered for.' }),
  accountUrl: webAddress.nullable(),
};

/** What school policies ask of everyone who wants to open an account in the school’s name. */
const application = {
  kind: z.enum(['website', 'facebook', 'x', 'instagram', 'newsletter', 'prospectus', 'press', 'home', 'other']),
  aim: words(1_000),
  intendedAudience: words(1_000),
  promotion: words(1_000),
  audience: z.enum(['public', 'closed']),
  audienceReason: words(1_000),
  policyUrl: webAddress,
};

const staffMember = z.strictObject({ id, displayName: z.string(), isActive: z.boolean() });
const state = z.enum(['applied', 'open', 'refused', 'closed']);
const summary = { id: channelId, ...settings, kind: application.kind, audience: application.audience, state };

const review = z.strictObject({
  outcome: z.enum(['approved', 'refused', 'kept-open']),
  leaderName: z.string(),
  leaderPosition: z.string(),
  note: z.string(),
  nextReviewOn: day.nullable(),
  recordedAt: moment,
});

/** Where photos may go, and who answers for it. */
export const channelEndpoints = {
  list: endpoint({
    name: 'channels.list',
    method: 'get',
    path: '/api/channels',
    summary: 'All channels, with the staff named for each.',
    roles,
    answer: json(z.strictObject({ channels: z.array(z.strictObject({ ...summary, staff: z.array(staffMember) })) })),
  }),
  read: endpoint({
    name: 'channels.read',
    method: 'get',
    path: '/api/channels/:channelId',
    summary: 'One channel: its application, its reviews, its staff.',
    roles,
    params: byChannel,
    answer: json(
      z.strictObject({
        ...summary,
        ...application,
        staff: z.array(staffMember),
        reviews: z.array(review),
        reviewOn: day.nullable(),
        appliedAt: moment,
        closedAt: moment.nullable(),
        closingReason: z.string().nullable(),
        published: z.int().meta({ description: 'Photos that left for it and have not come down.' }),
      }),
    ),
  }),
  apply: endpoint({
    name: 'channels.apply',
    method: 'post',
    path: '/api/channels',
    summary: 'Apply for a channel. It opens when a senior leader’s approval is recorded.',
    roles: ['admin'],
    body: z.strictObject({
      id: channelId,
      ...settings,
      ...application,
      staff: z.array(id).min(2, 'must name at least two members of staff').max(20),
    }),
    answer: json(z.strictObject({ id: channelId }), 201),
  }),
  change: endpoint({
    name: 'channels.change',
    method: 'put',
    path: '/api/channels/:channelId',
    summary: 'Change how a channel is run. Its aim and audience need a new application.',
    roles: ['admin'],
    params: byChannel,
    body: z.strictObject(settings),
    answer: nothing,
  }),
  review: endpoint({
    name: 'channels.review',
    method: 'post',
    path: '/api/channels/:channelId/reviews',
    summary:
      'Record a senior leader’s answer: approve (a closed channel again, too), refuse, or keep open at the review date.',
    roles: ['admin'],
    params: byChannel,
    body: z.strictObject({
      outcome: review.shape.outcome,
      leaderName: line(100),
      leaderPosition: line(100),
      note: paragraph(1_000),
      nextReviewOn: day.nullable(),
    }),
    answer: nothing,
  }),
  nameStaff: endpoint({
    name: 'channels.nameStaff',
    method: 'post',
    path: '/api/channels/:channelId/staff',
    summary: 'Name another member of staff for a channel.',
    roles: ['admin'],
    params: byChannel,
    body: z.strictObject({ accountId: id }),
    answer: nothing,
  }),
  handOver: endpoint({
    name: 'channels.handOver',
    method: 'post',
    path: '/api/channels/:channelId/handover',
    summary:
      'Somebody leaves a channel; with `to`, a colleague takes over. Two named members must remain while it is in use.',
    roles: ['admin'],
    params: byChannel,
    body: z.strictObject({ from: id, to: id.nullable() }),
    answer: nothing,
  }),
  close: endpoint({
    name: 'channels.close',
    method: 'post',
    path: '/api/channels/:channelId/close',
    summary: 'Close a channel: nothing more is released to it, and what is published there must come down.',
    roles: ['admin'],
    params: byChannel,
    body: z.strictObject({ reason: line(500) }),
    answer: nothing,
  }),
} as const;
