import { z } from 'zod';
import { channelId, day, id, line, moment, pageOf, pageQuery } from './common.ts';
import { endpoint, file, json, nothing } from './endpoint.ts';

export const byPupil = z.strictObject({ pupilId: id });
const bySibling = z.strictObject({ pupilId: id, siblingId: id });

const permission = z.enum([
  'not-asked',
  'parents-notified',
  'granted',
  'parent-objected',
  'pupil-objected',
  'withdrawn',
]);

/** Why a pupil may not appear. Only the safeguarding lead is told that it is a restriction. */
export const shownReason = z
  .enum(['restricted', 'may-not-appear', 'pupil-objected', 'refused', 'withdrawn', 'expired', 'no-record'])
  .meta({ description: '`may-not-appear` is absolute; the safeguarding lead knows why.' });

/** The school's own number for a pupil; it also names files of photo imports. */
const schoolNumber = z
  .string()
  .trim()
  .regex(
    /^[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/,
    'may hold letters, digits, full stops, hyphens and underscores, at most 64',
  );

const details = {
  schoolNumber,
  firstName: line(100),
  lastName: line(100),
  preferredName: line(100).nullable(),
  otherNames: z.array(line(100)).max(20, 'must have at most 20 names'),
  className: line(60).nullable(),
  yearGroup: line(30).nullable(),
  dateOfBirth: day.nullable(),
};

/** A pupil as lists of the register name them. */
export const pupilNamed = {
  pupilId: id,
  firstName: z.string(),
  lastName: z.string(),
  preferredName: z.string().nullable(),
  className: z.string().nullable(),
};

const barred = z.strictObject({ channelId, reason: shownReason });

const summary = {
  id,
  schoolNumber: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  preferredName: z.string().nullable(),
  className: z.string().nullable(),
  yearGroup: z.string().nullable(),
  leftOn: day.nullable(),
  mayNotAppearOn: z.array(barred).meta({ description: 'Open channels on which the pupil may not appear today.' }),
  biometric: permission,
};

const freshness = z.strictObject({
  checkedOn: day.nullable().meta({ description: 'When the pupil list was last imported or confirmed; null: never.' }),
  ageDays: z.int().nullable(),
  maxAgeDays: z.int(),
  restoredOn: day.nullable().meta({
    description: 'The data was restored from a backup that day, and nobody has said since that the list is right.',
  }),
  isStale: z.boolean().meta({ description: 'While it is stale, nothing is released.' }),
});

/** Pupils and their siblings. */
export const pupilEndpoints = {
  list: endpoint({
    name: 'pupils.list',
    method: 'get',
    path: '/api/pupils',
    summary: 'Pupils by name, searched and filtered.',
    roles: ['office', 'moderator', 'dsl'],
    query: z.strictObject({
      ...pageQuery,
      search: z.string().trim().max(100).optional().meta({ description: 'Part of a name, or a school number.' }),
      className: z.string().max(60).optional(),
      yearGroup: z.string().max(30).optional(),
      roll: z.enum(['on-roll', 'left', 'all']).default('on-roll'),
    }),
    answer: json(pageOf(z.strictObject(summary))),
  }),
  add: endpoint({
    name: 'pupils.add',
    method: 'post',
    path: '/api/pupils',
    summary: 'Add a pupil.',
    roles: ['office', 'dsl'],
    body: z.strictObject(details),
    answer: json(z.strictObject({ id }), 201),
  }),
  read: endpoint({
    name: 'pupils.read',
    method: 'get',
    path: '/api/pupils/:pupilId',
    summary: 'One pupil.',
    roles: ['office', 'moderator', 'dsl'],
    params: byPupil,
    answer: json(
      z.strictObject({
        ...summary,
        otherNames: z.array(z.string()),
        dateOfBirth: day.nullable(),
        siblings: z.array(z.strictObject({ id, firstName: z.string(), lastName: z.string() })),
        portraitId: id.nullable().meta({ description: 'Another one for each portrait; null where there is none.' }),
        askBeforeContact: z.boolean().meta({ description: 'Ask the safeguarding lead before contacting anybody.' }),
        version: z.int(),
      }),
    ),
  }),
  change: endpoint({
    name: 'pupils.change',
    method: 'put',
    path: '/api/pupils/:pupilId',
    summary: 'Change a pupil’s details.',
    roles: ['office', 'dsl'],
    params: byPupil,
    body: z.strictObject({ ...details, version: z.int() }),
    answer: nothing,
  }),
  leave: endpoint({
    name: 'pupils.leave',
    method: 'post',
    path: '/api/pupils/:pupilId/leave',
    summary: 'Record a pupil’s last day at the school, or take it back with null.',
    roles: ['office', 'dsl'],
    params: byPupil,
    body: z.strictObject({ leftOn: day.nullable(), version: z.int() }),
    answer: nothing,
  }),
  addSibling: endpoint({
    name: 'pupils.addSibling',
    method: 'put',
    path: '/api/pupils/:pupilId/siblings/:siblingId',
    summary: 'Say that two pupils are brothers or sisters.',
    roles: ['office', 'dsl'],
    params: bySibling,
    answer: nothing,
  }),
  removeSibling: endpoint({
    name: 'pupils.removeSibling',
    method: 'delete',
    path: '/api/pupils/:pupilId/siblings/:siblingId',
    summary: 'Say that two pupils are no brothers or sisters.',
    roles: ['office', 'dsl'],
    params: bySibling,
    answer: nothing,
  }),
  listGroups: endpoint({
    name: 'pupils.listGroups',
    method: 'get',
    path: '/api/pupil-groups',
    summary: 'Classes and year groups with their number of pupils, for choosing a roll.',
    roles: ['staff', 'office', 'moderator', 'dsl'],
    answer: json(
      z.strictObject({
        classes: z.array(z.strictObject({ name: z.string(), pupils: z.int() })),
        years: z.array(z.strictObject({ name: z.string(), pupils: z.int() })),
      }),
    ),
  }),
} as const;

/** The register itself: computed, never edited. */
export const registerEndpoints = {
  read: endpoint({
    name: 'register.read',
    method: 'get',
    path: '/api/register',
    summary: 'Who may not appear on a channel on a day, and why.',
    roles: ['office', 'moderator', 'dsl'],
    query: z.strictObject({
      ...pageQuery,
      channelId: channelId.optional().meta({ description: 'Left out: every open channel.' }),
      day: day.optional().meta({ description: 'Left out: today.' }),
      className: z.string().max(60).optional(),
    }),
    answer: json(
      z.strictObject({
        day,
        pupils: z.int().meta({ description: 'Pupils on the roll that day, in this class if one is asked for.' }),
        barred: z.int().meta({ description: 'How many of them may not appear.' }),
        freshness,
        ...pageOf(
          z.strictObject({
            ...pupilNamed,
            reason: shownReason,
            channels: z.array(channelId),
            biometric: permission,
            foundBy: z.enum(['face', 'line-up']).meta({
              description:
                'face: matching answers for this pupil; line-up: a person has to look, whatever the permission.',
            }),
          }),
        ).shape,
      }),
    ),
  }),
  readExpiring: endpoint({
    name: 'register.readExpiring',
    method: 'get',
    path: '/api/register/expiring',
    summary: 'Permissions that end within the policy’s days of warning, with no later answer, soonest first.',
    roles: ['office', 'dsl'],
    answer: json(
      z.strictObject({
        days: z.int().meta({ description: 'The policy’s days of warning.' }),
        items: z.array(
          z.strictObject({
            ...pupilNamed,
            until: day.meta({ description: 'The last day of the permission.' }),
            channels: z.array(channelId),
          }),
        ),
        adults: z
          .array(
            z.strictObject({
              ...pupilNamed,
              adultOn: day.meta({ description: 'The 18th birthday.' }),
              isAdult: z.boolean().meta({ description: 'It has come.' }),
            }),
          )
          .meta({
            description:
              'Pupils who are 18, or will be within these days, for whom others have answered and who have not answered themselves.',
          }),
      }),
    ),
  }),
  readFreshness: endpoint({
    name: 'register.readFreshness',
    method: 'get',
    path: '/api/register/freshness',
    summary: 'How old the pupil list is.',
    roles: ['staff', 'office', 'moderator', 'dsl', 'admin'],
    answer: json(freshness),
  }),
  confirmCurrent: endpoint({
    name: 'register.confirmCurrent',
    method: 'post',
    path: '/api/register/confirm-current',
    summary: 'Confirm that the pupil list is right as it stands.',
    roles: ['office'],
    answer: json(z.strictObject({ checkedAt: moment }), 201),
  }),
  export: endpoint({
    name: 'register.export',
    method: 'get',
    path: '/api/register/export',
    summary: 'All pupils with their answers for each open channel, as CSV.',
    roles: ['office', 'dsl'],
    answer: file('text/csv'),
  }),
} as const;
