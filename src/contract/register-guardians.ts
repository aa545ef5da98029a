import { z } from 'zod';
import { email, id, line } from './common.ts';
import { endpoint, json, nothing } from './endpoint.ts';
import { byPupil } from './register.ts';

const guardian = z.strictObject({
  id,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  relationship: z.string(),
  isParent: z.boolean().meta({ description: 'Stands as a parent: must be notified before any face is matched.' }),
  version: z.int(),
});

const byGuardian = z.strictObject({ pupilId: id, guardianId: id });
const contact = { name: line(200), email: email.nullable(), phone: line(40).nullable() };
const link = { relationship: line(60), isParent: z.boolean() };

/** Who answers for a pupil. */
export const guardianEndpoints = {
  list: endpoint({
    name: 'guardians.list',
    method: 'get',
    path: '/api/pupils/:pupilId/guardians',
    summary: 'A pupil’s guardians.',
    roles: ['office', 'dsl'],
    params: byPupil,
    answer: json(z.strictObject({ guardians: z.array(guardian) })),
  }),
  add: endpoint({
    name: 'guardians.add',
    method: 'post',
    path: '/api/pupils/:pupilId/guardians',
    summary: 'Add a guardian to a pupil. A new parent must be notified before faces are matched again.',
    roles: ['office', 'dsl'],
    params: byPupil,
    body: z.strictObject({ ...contact, ...link }),
    answer: json(z.strictObject({ id }), 201),
  }),
  join: endpoint({
    name: 'guardians.join',
    method: 'post',
    path: '/api/pupils/:pupilId/guardians/:guardianId',
    summary: 'Join a known guardian to a pupil: brothers and sisters share theirs.',
    roles: ['office', 'dsl'],
    params: byGuardian,
    body: z.strictObject(link),
    answer: nothing,
  }),
  change: endpoint({
    name: 'guardians.change',
    method: 'put',
    path: '/api/pupils/:pupilId/guardians/:guardianId',
    summary: 'Change a guardian’s name and contact, for all their children, and how they are joined to this one.',
    roles: ['office', 'dsl'],
    params: byGuardian,
    body: z.strictObject({ ...contact, ...link, version: z.int() }),
    answer: nothing,
  }),
  unlink: endpoint({
    name: 'guardians.unlink',
    method: 'delete',
    path: '/api/pupils/:pupilId/guardians/:guardianId',
    summary: 'Part a guardian from a pupil. Their answers stay on record.',
    roles: ['office', 'dsl'],
    params: byGuardian,
    query: z.strictObject({ version: z.coerce.number().int() }),
    answer: nothing,
  }),
} as const;
