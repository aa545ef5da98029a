import { z } from 'zod';
import { channelId, day, id, line, moment, pageOf, pageQuery } from './common.ts';
import { endpoint, json, nothing } from './endpoint.ts';

const byImport = z.strictObject({ importId: id });
const field = z.enum([
  'schoolNumber',
  'firstName',
  'lastName',
  'preferredName',
  'otherNames',
  'className',
  'yearGroup',
  'dateOfBirth',
  'leftOn',
]);
const change = z.enum(['add', 'change', 'leaver', 'same', 'problem']);

const summary = z.strictObject({
  id,
  kind: z.enum(['pupils-csv', 'consents-csv', 'portraits-zip']),
  state: z.enum(['dry-run', 'applied', 'abandoned', 'undone']),
  fileName: z.string().nullable(),
  counts: z.strictObject({ add: z.int(), change: z.int(), leaver: z.int(), same: z.int(), problem: z.int() }),
  mapping: z.record(z.string(), z.string()).meta({ description: 'Which heading was read as which field or channel.' }),
  unusedHeadings: z.array(z.string()),
  saidAgain: z.int().meta({
    description:
      'Answers that are on record already: kept, and counted once the earlier record turns out to be a mistake.',
  }),
  warnings: z.array(z.enum(['many-leavers', 'nothing-changes', 'all-said-again', 'ends-refusals', 'takes-back'])).meta({
    description:
      '`many-leavers`: more than a fifth of the school would leave; is the list whole? `ends-refusals`: the list permits what the same person refused; is it newer? `takes-back`: somebody who had left is at the school again.',
  }),
  createdAt: moment,
  appliedAt: moment.nullable(),
  undoneAt: moment.nullable(),
});

const pupilOnRecord = z.strictObject({ schoolNumber: z.string(), firstName: z.string(), lastName: z.string() });

const undo = z.strictObject({
  obstacle: z.enum(['not-applied', 'undone', 'later-import', 'forgotten']).nullable().meta({
    description:
      'Why it cannot be undone now. `later-import`: a later list of this kind must be undone first. `forgotten`: what it changed is no longer known.',
  }),
  counts: z.strictObject({
    back: z.int(),
    partly: z.int(),
    kept: z.int(),
    removed: z.int(),
    stays: z.int(),
    left: z.int(),
    gone: z.int(),
    answers: z.int().meta({ description: 'Answers of the list that count for nothing from then on.' }),
    instead: z.int().meta({ description: 'Answers of other lists that had said the same, and count in their place.' }),
    appearing: z.int().meta({ description: 'Pupils who may appear again on a channel they may not appear on now.' }),
  }),
  basis: z
    .string()
    .nullable()
    .meta({ description: 'Hand it back to undo exactly this; null where nothing can be undone.' }),
  exceptions: z
    .array(
      z.strictObject({
        line: z.int().nullable(),
        pupilId: id.nullable(),
        pupil: pupilOnRecord.nullable(),
        outcome: z.enum(['back', 'partly', 'kept', 'removed', 'stays', 'left', 'gone']),
        kept: z.array(z.string()).meta({
          description: 'Details that stay, because somebody has changed the pupil or recorded something of them since.',
        }),
      }),
    )
    .meta({ description: 'The first 500 pupils for whom not everything goes back as it was.' }),
});

const details = z.strictObject({
  schoolNumber: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  preferredName: z.string().nullable(),
  otherNames: z.array(z.string()),
  className: z.string().nullable(),
  yearGroup: z.string().nullable(),
  dateOfBirth: day.nullable(),
  leftOn: day.nullable(),
});

/** Bringing the pupil list and portraits up to date from the school’s own system. */
export const importEndpoints = {
  checkPupils: endpoint({
    name: 'imports.checkPupils',
    method: 'post',
    path: '/api/imports/pupils',
    summary: 'Read a CSV of all pupils as a dry run: what would be added, changed, who would leave, what is wrong.',
    roles: ['office'],
    body: z
      .strictObject({
        mapping: z
          .partialRecord(field, line(200))
          .default({})
          .meta({ description: 'Headings that are not recognised, by the field they mean.' }),
        missing: z
          .enum(['left', 'keep'])
          .default('left')
          .meta({ description: 'Pupils who are not in the file: they left, or the file is only a part.' }),
      })
      .prefault({}),
    upload: { field: 'file', maxBytes: 20_000_000, maxFiles: 1 },
    answer: json(summary, 201),
  }),
  checkConsents: endpoint({
    name: 'imports.checkConsents',
    method: 'post',
    path: '/api/imports/consents',
    summary:
      'Read a CSV of answers, a line a pupil and a column a channel, as a dry run. Nothing on record is changed.',
    roles: ['office'],
    body: z.strictObject({
      mapping: z
        .record(z.string().max(60), line(200))
        .default({})
        .meta({ description: 'Headings that are not recognised, by `schoolNumber`, a channel’s id, or `*` for all.' }),
      validFrom: day.meta({ description: 'The first day, where the file does not say.' }),
      validUntil: day.meta({ description: 'The last day of permissions, where the file does not say.' }),
      givenBy: line(200).meta({ description: 'Who answered, where the file does not say.' }),
    }),
    upload: { field: 'file', maxBytes: 20_000_000, maxFiles: 1 },
    answer: json(summary, 201),
  }),
  portraits: endpoint({
    name: 'imports.portraits',
    method: 'post',
    path: '/api/imports/portraits',
    summary: 'Replace portraits by a ZIP of at most 500 photos, each named by its pupil’s school number.',
    roles: ['office'],
    upload: { field: 'file', maxBytes: 500_000_000, maxFiles: 1 },
    answer: json(summary, 201),
  }),
  list: endpoint({
    name: 'imports.list',
    method: 'get',
    path: '/api/imports',
    summary: 'Imports, the newest first.',
    roles: ['office', 'dsl'],
    query: z.strictObject(pageQuery),
    answer: json(pageOf(summary)),
  }),
  read: endpoint({
    name: 'imports.read',
    method: 'get',
    path: '/api/imports/:importId',
    summary: 'One import.',
    roles: ['office', 'dsl'],
    params: byImport,
    answer: json(summary),
  }),
  listLines: endpoint({
    name: 'imports.listLines',
    method: 'get',
    path: '/api/imports/:importId/lines',
    summary: 'An import line by line. Lines that change nothing are given only when asked for: `same`.',
    roles: ['office', 'dsl'],
    params: byImport,
    query: z.strictObject({ ...pageQuery, change: change.optional() }),
    answer: json(
      pageOf(
        z.strictObject({
          line: z.int().nullable().meta({ description: 'Null: the pupil is missing from the file.' }),
          change,
          pupilId: id.nullable(),
          pupil: pupilOnRecord
            .nullable()
            .meta({ description: 'The pupil on record, by today’s name; null while there is none.' }),
          after: details.nullable(),
          changed: z.array(z.string()),
          answers: z.array(
            z.strictObject({
              channelId: channelId.nullable().meta({ description: 'Null: every channel.' }),
              answer: z.enum(['permitted', 'refused', 'withdrawn']),
              isSaidAgain: z.boolean().meta({ description: 'It is on record already.' }),
              ends: z.enum(['refused', 'withdrawn']).nullable().meta({
                description: 'What the same person had said, and this permission ends.',
              }),
            }),
          ),
          problems: z.array(z.string()),
        }),
      ),
    ),
  }),
  apply: endpoint({
    name: 'imports.apply',
    method: 'post',
    path: '/api/imports/:importId/apply',
    summary: 'Do what the dry run said, whole or not at all. Refused when anything has changed since.',
    roles: ['office'],
    params: byImport,
    answer: json(summary),
  }),
  readUndo: endpoint({
    name: 'imports.readUndo',
    method: 'get',
    path: '/api/imports/:importId/undo',
    summary: 'What undoing an applied import would come to now, or came to.',
    roles: ['office', 'dsl'],
    params: byImport,
    answer: json(undo),
  }),
  undo: endpoint({
    name: 'imports.undo',
    method: 'post',
    path: '/api/imports/:importId/undo',
    summary: 'Undo an applied import as a whole. What somebody has changed since stays.',
    roles: ['office'],
    params: byImport,
    body: z.strictObject({ basis: line(100) }),
    answer: json(summary),
  }),
  abandon: endpoint({
    name: 'imports.abandon',
    method: 'post',
    path: '/api/imports/:importId/abandon',
    summary: 'Give up a dry run and forget its lines.',
    roles: ['office'],
    params: byImport,
    answer: nothing,
  }),
} as const;
