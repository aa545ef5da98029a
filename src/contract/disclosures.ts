import { z } from 'zod';
import { day, id, line, moment, pageOf, pageQuery, paragraph } from './common.ts';
import { endpoint, json } from './endpoint.ts';

const fields = {
  toKind: z.enum(['police', 'local-authority', 'parent', 'governors', 'staff', 'other']),
  recipient: line(200).meta({ description: 'Who was told: name, office, reference.' }),
  told: paragraph(4_000).min(1, 'must not be empty').meta({ description: 'What they were told, and why.' }),
  disclosedOn: day,
};

const about = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('restriction'), restrictionId: id }),
  z.strictObject({
    kind: z.literal('quarantine'),
    photoId: id,
    pupilId: id.nullable().meta({ description: 'The pupil it is about, where that is known.' }),
  }),
]);

/** Who was told what, and when, about a restriction or a quarantined photo: for the safeguarding lead alone. */
export const disclosureEndpoints = {
  record: endpoint({
    name: 'disclosures.record',
    method: 'post',
    path: '/api/disclosures',
    summary: 'Record who was told what about a restriction or a quarantined photo. It cannot be changed afterwards.',
    roles: ['dsl'],
    body: z.strictObject({ about, ...fields }),
    answer: json(z.strictObject({ id }), 201),
  }),
  list: endpoint({
    name: 'disclosures.list',
    method: 'get',
    path: '/api/disclosures',
    summary: 'Disclosures, the newest first; of one pupil, restriction or photo if asked.',
    roles: ['dsl'],
    query: z.strictObject({
      ...pageQuery,
      pupilId: id.optional(),
      restrictionId: id.optional(),
      photoId: id.optional(),
    }),
    answer: json(
      pageOf(
        z.strictObject({
          id,
          pupilId: id.nullable(),
          restrictionId: id.nullable(),
          photoId: id.nullable(),
          ...fields,
          recordedAt: moment,
          recordedBy: z.strictObject({ id, displayName: z.string() }),
        }),
      ),
    ),
  }),
} as const;
