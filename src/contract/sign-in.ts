import { z } from 'zod';
import { roles } from '../policy/words/role.ts';
import { email, id, line, moment, role } from './common.ts';
import { endpoint, json, nothing } from './endpoint.ts';

const everybody = roles;
/** The secret of a one-time link. */
export const token = z.string().regex(/^[\w-]{43}$/, 'must be the whole link');
/** A new password; that it is not easily guessed is checked besides. */
export const password = z
  .string()
  .min(12, 'must have at least 12 characters')
  .max(200, 'must have at most 200 characters');
const code = z.string().trim().max(20).meta({ description: 'Six digits from the authenticator, or a recovery code.' });
/** What the pages know about the person who is signed in. */
export const me = z.strictObject({
  id,
  displayName: z.string(),
  email: z.string(),
  roles: z.array(role),
  hasSecondFactor: z.boolean(),
  hasPassword: z.boolean(),
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
