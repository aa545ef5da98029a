import { z } from 'zod';
import { roles } from '../policy/words/role.ts';
import { email, id, line, moment, role } from './common.ts';
import { endpoint, json, nothing } from './endpoint.ts';

const everybody = roles;
const token = z.string().regex(/^[\w-]{43}$/, 'must be the whole link');
const password = z.string().min(12, 'must have at least 12 characters').max(200, 'must have at most 200 characters');
const code = z.string().trim().max(20).meta({ description: 'Six digits from the authenticator, or a recovery code.' });
const roleList = z.array(role).min(1, 'must name at least one role').max(roles.length);
const byAccount = z.strictObject({ accountId: id });

/** What the pages know about the person who is signed in. */
export const me = z.strictObject({
  id,
  displayName: z.string(),
  email: z.string(),
  roles: z.array(role),
  hasSecondFactor: z.boolean(),
  hasPassword: z.boolean(),
});

const link = z.strictObject({ id, link: z.string(), expiresAt: moment });

const account = z.strictObject({
  id,
  displayName: z.string(),
  email: z.string(),
  state: z.enum(['active', 'closed']),
  roles: z.array(role),
  hasSecondFactor: z.boolean(),
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

const session = z.strictObject({
  id,
  isCurrent: z.boolean(),
  device: z.string(),
  method: z.enum(['password', 'openid', 'link']),
  createdAt: moment,
  lastSeenAt: moment,
});

/** First start, signing in and out. */
export const sessionEndpoints = {
  readSetUp: endpoint({
    name: 'accounts.readSetUp',
    method: 'get',
    path: '/api/set-up',
    summary: 'Whether the school still has to be set up.',
    roles: 'anonymous',
    answer: json(z.strictObject({ isNeeded: z.boolean() })),
  }),
  completeSetUp: endpoint({
    name: 'accounts.completeSetUp',
    method: 'post',
    path: '/api/set-up',
    summary: 'Use the one-time link printed at the first start: name the school and become its first administrator.',
    roles: 'anonymous',
    limit: 'sign-in',
    body: z.strictObject({ token, schoolName: line(200), displayName: line(100), email, password }),
    answer: json(me, 201),
  }),
  read: endpoint({
    name: 'accounts.readSession',
    method: 'get',
    path: '/api/session',
    summary: 'Who is signed in, if anybody.',
    roles: 'anonymous',
    answer: json(z.strictObject({ person: me.nullable() })),
  }),
  signIn: endpoint({
    name: 'accounts.signIn',
    method: 'post',
    path: '/api/session',
    summary: 'Sign in with a password, and a code where a second factor is on.',
    roles: 'anonymous',
    limit: 'sign-in',
    body: z.strictObject({ email, password: z.string().min(1, 'must not be empty').max(200), code: code.optional() }),
    answer: json(me, 201),
  }),
  signOut: endpoint({
    name: 'accounts.signOut',
    method: 'delete',
    path: '/api/session',
    summary: 'Sign out here.',
    roles: everybody,
    answer: nothing,
  }),
  list: endpoint({
    name: 'accounts.listSessions',
    method: 'get',
    path: '/api/me/sessions',
    summary: 'Where I am signed in.',
    roles: everybody,
    answer: json(z.strictObject({ sessions: z.array(session) })),
  }),
  revoke: endpoint({
    name: 'accounts.revokeSession',
    method: 'delete',
    path: '/api/me/sessions/:sessionId',
    summary: 'Sign out somewhere else.',
    roles: everybody,
    params: z.strictObject({ sessionId: id }),
    answer: nothing,
  }),
} as const;

/** What people change about themselves. */
export const meEndpoints = {
  changePassword: endpoint({
    name: 'accounts.changePassword',
    method: 'put',
    path: '/api/me/password',
    summary: 'Change my password; every other session ends.',
    roles: everybody,
    limit: 'sign-in',
    body: z.strictObject({ current: z.string().max(200), next: password }),
    answer: nothing,
  }),
  beginTotp: endpoint({
    name: 'accounts.beginTotp',
    method: 'post',
    path: '/api/me/totp',
    summary: 'Begin to turn on the second factor: a secret for an authenticator app.',
    roles: everybody,
    answer: json(z.strictObject({ secret: z.string(), uri: z.string() }), 201),
  }),
  confirmTotp: endpoint({
    name: 'accounts.confirmTotp',
    method: 'put',
    path: '/api/me/totp',
    summary: 'Turn on the second factor with a first code. The recovery codes are shown this once.',
    roles: everybody,
    limit: 'sign-in',
    body: z.strictObject({ code }),
    answer: json(z.strictObject({ recoveryCodes: z.array(z.string()) })),
  }),
  removeTotp: endpoint({
    name: 'accounts.removeTotp',
    method: 'post',
    path: '/api/me/totp/remove',
    summary: 'Turn off the second factor.',
    roles: everybody,
    limit: 'sign-in',
    body: z.strictObject({ code }),
    answer: nothing,
  }),
} as const;

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

/** Signing in with Microsoft 365 or Google. The browser goes to these addresses itself. */
export const openidEndpoints = {
  listProviders: endpoint({
    name: 'accounts.listProviders',
    method: 'get',
    path: '/api/sign-in/providers',
    summary: 'Which other services one can sign in with here.',
    roles: 'anonymous',
    answer: json(z.strictObject({ providers: z.array(z.strictObject({ id: z.string(), name: z.string() })) })),
  }),
  begin: endpoint({
    name: 'accounts.beginOpenid',
    method: 'get',
    path: '/api/sign-in/:provider',
    summary: 'Go to the provider. Signed in already: links the provider’s account to mine. With a link: accepts it.',
    roles: 'anonymous',
    limit: 'sign-in',
    params: z.strictObject({ provider: z.string().regex(/^[a-z]{2,20}$/) }),
    query: z.strictObject({ invitation: token.optional() }),
    answer: nothing,
  }),
  complete: endpoint({
    name: 'accounts.completeOpenid',
    method: 'get',
    path: '/api/sign-in/:provider/callback',
    summary: 'Where the provider sends the browser back to.',
    roles: 'anonymous',
    limit: 'sign-in',
    params: z.strictObject({ provider: z.string().regex(/^[a-z]{2,20}$/) }),
    query: z.looseObject({ state: z.string().max(200), code: z.string().max(4_000).optional() }),
    answer: nothing,
  }),
} as const;
