import { z } from 'zod';
import { channelId, day, id, line, moment, paragraph } from './common.ts';
import { endpoint, json, nothing } from './endpoint.ts';
import { documentId } from './register-documents.ts';
import { byPupil, shownReason } from './register.ts';

const person = z.strictObject({ id, displayName: z.string() });
const everyChannelWhenNull = channelId.nullable().meta({ description: 'Null: every channel.' });

const answer = {
  channelId: everyChannelWhenNull,
  answer: z.enum(['permitted', 'refused', 'withdrawn']),
  basis: z.enum(['consent', 'public-task', 'legitimate-interests']),
  validFrom: day,
  validUntil: day.nullable().meta({ description: 'The last day. Permission always ends; refusals have none.' }),
  guardianId: id.nullable(),
  givenBy: line(200).meta({ description: 'Who gave the answer, in words.' }),
  method: z.enum(['paper-form', 'online-form', 'e-mail', 'letter', 'telephone', 'in-person', 'import', 'other']),
  evidenceReference: line(200).nullable().meta({ description: 'Where the form or message is kept.' }),
};

const saidAgain = z.array(z.strictObject({ importId: id, at: moment })).meta({
  description:
    'Lists that said it again, the newest first: they count in its place should it turn out to be a mistake.',
});

const heldBackOn = z.array(everyChannelWhenNull).meta({
  description:
    'Where this permission does not begin, because the same person said no after it was recorded and before its first day. Record it again if it is meant.',
});

/** What may be published of a pupil. */
export const consentEndpoints = {
  list: endpoint({
    name: 'consents.list',
    method: 'get',
    path: '/api/pupils/:pupilId/consents',
    summary: 'A pupil’s answers: as they stand today for each open channel, and everything ever recorded.',
    roles: ['office', 'dsl'],
    params: byPupil,
    answer: json(
      z.strictObject({
        today: z.array(
          z.strictObject({ channelId, mayAppear: z.boolean(), reason: shownReason.nullable(), until: day.nullable() }),
        ),
        history: z.array(
          z.strictObject({ id, ...answer, documentId, method: z.string(), recordedAt: moment, recordedBy: person.nullable(), retractedAt: moment.nullable(), heldBackOn, importId: id.nullable(), saidAgain }),
        ),
        objections: z.array(
          z.strictObject({
            id,
            channelId: everyChannelWhenNull,
            objectedOn: day,
            documentId,
            recordedAt: moment,
            liftedAt: moment.nullable(),
          }),
        ),
      }),
    ),
  }), // prettier-ignore
  record: endpoint({
    name: 'consents.record',
    method: 'post',
    path: '/api/pupils/:pupilId/consents',
    summary: 'Record an answer. It takes the place of that person’s earlier one, which stays on record.',
    roles: ['office', 'dsl'],
    params: byPupil,
    body: z.strictObject({ ...answer, documentId: documentId.default(null) }),
    answer: json(
      z.strictObject({
        id,
        stillPermittedOn: z.array(channelId).meta({
          description:
            'Open channels on which the pupil may appear today in spite of this refusal: it is for a later day, or the same person’s permission with a later first day counts.',
        }),
      }),
      201,
    ),
  }),
  retract: endpoint({
    name: 'consents.retract',
    method: 'post',
    path: '/api/consents/:consentId/retract',
    summary: 'Say that an answer was recorded by mistake. It stays on record and counts for nothing.',
    roles: ['office', 'dsl'],
    params: z.strictObject({ consentId: id }),
    answer: nothing,
  }),
  object: endpoint({
    name: 'consents.object',
    method: 'post',
    path: '/api/pupils/:pupilId/objections',
    summary: 'Record that the pupil does not want to appear. It outweighs every guardian, at once.',
    roles: ['office', 'dsl'],
    params: byPupil,
    body: z.strictObject({ channelId: everyChannelWhenNull, objectedOn: day, documentId: documentId.default(null) }),
    answer: json(z.strictObject({ id }), 201),
  }),
  liftObjection: endpoint({
    name: 'consents.liftObjection',
    method: 'post',
    path: '/api/objections/:objectionId/lift',
    summary: 'Record that the pupil no longer objects.',
    roles: ['office', 'dsl'],
    params: z.strictObject({ objectionId: id }),
    answer: nothing,
  }),
} as const;

/** What only the safeguarding lead knows. */
export const restrictionEndpoints = {
  list: endpoint({
    name: 'restrictions.list',
    method: 'get',
    path: '/api/pupils/:pupilId/restrictions',
    summary: 'A pupil’s restrictions, without their reasons.',
    roles: ['dsl'],
    params: byPupil,
    answer: json(
      z.strictObject({
        restrictions: z.array(
          z.strictObject({
            id,
            startsOn: day,
            endsOn: day.nullable(),
            recordedAt: moment,
            liftedAt: moment.nullable(),
            isInForce: z.boolean(),
          }),
        ),
      }),
    ),
  }),
  record: endpoint({
    name: 'restrictions.record',
    method: 'post',
    path: '/api/pupils/:pupilId/restrictions',
    summary: 'Never publish this pupil, with the reason.',
    roles: ['dsl'],
    params: byPupil,
    body: z.strictObject({
      reason: paragraph(2_000).min(1, 'must not be empty'),
      startsOn: day,
      endsOn: day.nullable(),
    }),
    answer: json(z.strictObject({ id }), 201),
  }),
  readReason: endpoint({
    name: 'restrictions.readReason',
    method: 'post',
    path: '/api/restrictions/:restrictionId/reason',
    summary: 'Read the reason. Every reading is recorded in the audit log.',
    roles: ['dsl'],
    params: z.strictObject({ restrictionId: id }),
    answer: json(z.strictObject({ reason: z.string() })),
  }),
  lift: endpoint({
    name: 'restrictions.lift',
    method: 'post',
    path: '/api/restrictions/:restrictionId/lift',
    summary: 'Lift a restriction. It stays on record.',
    roles: ['dsl'],
    params: z.strictObject({ restrictionId: id }),
    answer: nothing,
  }),
  warn: endpoint({
    name: 'restrictions.warn',
    method: 'post',
    path: '/api/pupils/:pupilId/contact-warnings',
    summary: 'Somebody must not be contacted about this pupil: others see only that they must ask first.',
    roles: ['dsl'],
    params: byPupil,
    body: z.strictObject({ note: paragraph(2_000).min(1, 'must not be empty') }),
    answer: json(z.strictObject({ id }), 201),
  }),
  listWarnings: endpoint({
    name: 'restrictions.listWarnings',
    method: 'get',
    path: '/api/pupils/:pupilId/contact-warnings',
    summary: 'A pupil’s contact warnings.',
    roles: ['dsl'],
    params: byPupil,
    answer: json(
      z.strictObject({
        warnings: z.array(z.strictObject({ id, note: z.string(), recordedAt: moment, liftedAt: moment.nullable() })),
      }),
    ),
  }),
  liftWarning: endpoint({
    name: 'restrictions.liftWarning',
    method: 'post',
    path: '/api/contact-warnings/:warningId/lift',
    summary: 'Lift a contact warning. It stays on record.',
    roles: ['dsl'],
    params: z.strictObject({ warningId: id }),
    answer: nothing,
  }),
} as const;

const biometricEvent = {
  event: z.enum([
    'parent-notified',
    'parent-exempt',
    'parent-consented',
    'parent-objected',
    'pupil-objected',
    'withdrawn',
    'reset',
  ]),
  guardianId: id.nullable().meta({ description: 'The parent it is about; null for the pupil and for a reset.' }),
  happenedOn: day,
  inWriting: z.boolean(),
  evidenceReference: line(200).nullable(),
};

/** Permission to match a pupil’s face. */
export const biometricEndpoints = {
  read: endpoint({
    name: 'biometric.read',
    method: 'get',
    path: '/api/pupils/:pupilId/biometric',
    summary: 'Whether a pupil’s face may be matched, what is missing, and everything recorded.',
    roles: ['office', 'dsl'],
    params: byPupil,
    answer: json(
      z.strictObject({
        permission: z.enum(['not-asked', 'parents-notified', 'granted', 'parent-objected', 'pupil-objected', 'withdrawn']),
        canHoldTemplate: z.boolean(),
        missing: z.array(
          z.enum(['no-parent', 'parent-not-notified', 'no-written-consent', 'parent-objected', 'pupil-objected', 'withdrawn', 'of-age']),
        ),
        parents: z.array(z.strictObject({ guardianId: id, name: z.string(), isTold: z.boolean() })),
        events: z.array(z.strictObject({ id, ...biometricEvent, documentId, recordedAt: moment, recordedBy: person })),
      }),
    ),
  }), // prettier-ignore
  record: endpoint({
    name: 'biometric.record',
    method: 'post',
    path: '/api/pupils/:pupilId/biometric',
    summary:
      'Record a notice, consent, objection or withdrawal. An objection or withdrawal destroys templates at once.',
    roles: ['office', 'dsl'],
    params: byPupil,
    body: z.strictObject({ ...biometricEvent, documentId: documentId.default(null) }),
    answer: json(z.strictObject({ id, canHoldTemplate: z.boolean(), templatesErased: z.int() }), 201),
  }),
} as const;
