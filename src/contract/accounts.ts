import { z } from 'zod';
import { roles } from '../policy/words/role.ts';
import { email, id, line, moment, role } from './common.ts';
import { endpoint, json, nothing } from './endpoint.ts';
import { me, password, token } from './sign-in.ts';

const everybody = roles;
const roleList = z.array(role).min(1, 'must name at least one role').max(roles.length);
const byAccount = z.strictObject({ accountId: id });

const link = z.strictObject({ id, link: z.string(), expiresAt: moment });

const account = z.strictObject({
  id,
  displayName: z.string(),
  email: z.string(),
  state: z.enum(['active', 'closed']),
  roles: z.array(role),
  hasSecondFactor: z.boolean(),
  heldSince: moment
    .nullable()
    .meta({ description: 'The restore since which nobody has let the person in; else null.' }),
  createdAt: moment,
  lastSignInAt: moment.nullable(),
});

const invitation = z.strictObject({
  id,
  kind: z.enum(['invitation', 'password-reset']),
  displayName: z.string(),
  email: z.string(),
  roles: z.array(role),
  createdAt: moment,
  expiresAt: moment,
});

/** What the administrator does with accounts. */
export const accountEndpoints = {
  listPeople: endpoint({
    name: 'accounts.listPeople',
    method: 'get',
    path: '/api/people',
    summary: 'Names and roles of colleagues, to choose from.',
    roles: everybody,
    answer: json(
      z.strictObject({
        people: z.array(z.strictObject({ id, displayName: z.string(), roles: z.array(role) })),
      }),
    ),
  }),
  list: endpoint({
    name: 'accounts.list',
    method: 'get',
    path: '/api/accounts',
    summary: 'All accounts.',
    roles: ['admin'],
    answer: json(z.strictObject({ accounts: z.array(account) })),
  }),
  rename: endpoint({
    name: 'accounts.rename',
    method: 'patch',
    path: '/api/accounts/:accountId',
    summary: 'Change a person’s name or e-mail address.',
    roles: ['admin'],
    params: byAccount,
    body: z.strictObject({ displayName: line(100), email }),
    answer: nothing,
  }),
  changeRoles: endpoint({
    name: 'accounts.changeRoles',
    method: 'put',
    path: '/api/accounts/:accountId/roles',
    summary: 'Change a person’s roles; they are signed out everywhere.',
    roles: ['admin'],
    params: byAccount,
    body: z.strictObject({ roles: roleList }),
    answer: nothing,
  }),
  close: endpoint({
    name: 'accounts.close',
    method: 'post',
    path: '/api/accounts/:accountId/close',
    summary: 'Close an account. What the person did stays on record; channels they run need a handover first.',
    roles: ['admin'],
    params: byAccount,
    answer: nothing,
  }),
  letIn: endpoint({
    name: 'accounts.letIn',
    method: 'post',
    path: '/api/accounts/:accountId/let-in',
    summary: 'Let a person in again after a restore, with the password and second factor that the backup had.',
    roles: ['admin'],
    params: byAccount,
    answer: nothing,
  }),
  offerPasswordReset: endpoint({
    name: 'accounts.offerPasswordReset',
    method: 'post',
    path: '/api/accounts/:accountId/password-reset',
    summary: 'Make a one-time link with which a person chooses a new password. It also turns their second factor off.',
    roles: ['admin'],
    params: byAccount,
    answer: json(link, 201),
  }),
  invite: endpoint({
    name: 'accounts.invite',
    method: 'post',
    path: '/api/invitations',
    summary: 'Invite a person: a one-time link to hand over.',
    roles: ['admin'],
    body: z.strictObject({ displayName: line(100), email, roles: roleList }),
    answer: json(link, 201),
  }),
  listInvitations: endpoint({
    name: 'accounts.listInvitations',
    method: 'get',
    path: '/api/invitations',
    summary: 'Links that are still open.',
    roles: ['admin'],
    answer: json(z.strictObject({ invitations: z.array(invitation) })),
  }),
  revokeInvitation: endpoint({
    name: 'accounts.revokeInvitation',
    method: 'delete',
    path: '/api/invitations/:invitationId',
    summary: 'Take an open link back.',
    roles: ['admin'],
    params: z.strictObject({ invitationId: id }),
    answer: nothing,
  }),
  readInvitation: endpoint({
    name: 'accounts.readInvitation',
    method: 'post',
    path: '/api/invitations/read',
    summary: 'What a link is for.',
    roles: 'anonymous',
    limit: 'sign-in',
    body: z.strictObject({ token }),
    answer: json(
      z.strictObject({
        kind: z.enum(['invitation', 'password-reset']),
        displayName: z.string(),
        email: z.string(),
        schoolName: z.string(),
      }),
    ),
  }),
  acceptInvitation: endpoint({
    name: 'accounts.acceptInvitation',
    method: 'post',
    path: '/api/invitations/accept',
    summary: 'Use a link: choose a password and be signed in.',
    roles: 'anonymous',
    limit: 'sign-in',
    body: z.strictObject({ token, password }),
    answer: json(me, 201),
  }),
} as const;
