import { accountEndpoints } from '../../contract/accounts.ts';
import type { Endpoint } from '../../contract/endpoint.ts';
import { meEndpoints, sessionEndpoints } from '../../contract/sign-in.ts';
import { route, type Call, type Route } from '../../http/route.ts';
import { acceptInvitation, readInvitation } from './accept-invitation.ts';
import { changeRoles, closeAccount, renameAccount } from './change-account.ts';
import { changePassword } from './change-password.ts';
import { describeMe } from './describe-me.ts';
import { endSession } from './end-session.ts';
import { markBrowser } from './known-browser.ts';
import { invitePerson, listInvitations, offerPasswordReset, revokeInvitation } from './invite-person.ts';
import { letIn } from './let-in.ts';
import { listAccounts, listPeople } from './list-accounts.ts';
import type { AccountParts } from './parts.ts';
import { beginTotp, confirmTotp, removeTotp } from './second-factor.ts';
import { listSessions, type NewSession } from './sessions.ts';
import { isSetUpNeeded, setUpSchool } from './set-up-school.ts';
import { signIn } from './sign-in.ts';
import { getAccount } from './store.ts';

/** Everything about who may use Photoward. */
export function accountRoutes(parts: AccountParts): readonly Route[] {
  return [...sessionRoutes(parts), ...meRoutes(parts), ...administratorRoutes(parts), ...linkRoutes(parts)];
}

function sessionRoutes(parts: AccountParts): readonly Route[] {
  const { database } = parts;
  return [
    route(sessionEndpoints.readSetUp, async () => ({ isNeeded: await isSetUpNeeded(database) })),
    route(sessionEndpoints.completeSetUp, async (call) => {
      return await welcome(parts, call, await setUpSchool(parts, { ...call.body, userAgent: call.userAgent }));
    }),
    route(sessionEndpoints.read, async ({ person }) => ({
      person: person === undefined ? null : await describeMe(database, person.accountId),
    })),
    route(sessionEndpoints.signIn, async (call) => {
      const mark = call.markOf(call.body.email);
      return await welcome(parts, call, await signIn(parts, { ...call.body, mark, userAgent: call.userAgent }));
    }),
    route(sessionEndpoints.signOut, async (call) => {
      await endSession(parts, call.person, call.person.sessionId);
      call.endSession();
      return undefined;
    }),
    route(sessionEndpoints.list, async ({ person }) => {
      const sessions = await listSessions(parts, database, person.accountId);
      return {
        sessions: sessions.map(({ deviceLabel, ...session }) => ({
          ...session,
          device: deviceLabel,
          isCurrent: session.id === person.sessionId,
        })),
      };
    }),
    route(sessionEndpoints.revoke, async ({ person, params }) => {
      await endSession(parts, person, params.sessionId);
      return undefined;
    }),
  ];
}

function meRoutes(parts: AccountParts): readonly Route[] {
  return [
    route(meEndpoints.changePassword, async (call) => {
      call.startSession(await changePassword(parts, call.person, call.body));
      await keepKnown(parts, call, call.person.accountId);
      return undefined;
    }),
    route(meEndpoints.beginTotp, ({ person }) => beginTotp(parts, person.accountId)),
    route(meEndpoints.confirmTotp, async ({ person, body }) => ({
      recoveryCodes: [...(await confirmTotp(parts, person.accountId, body.code))],
    })),
    route(meEndpoints.removeTotp, async ({ person, body }) => {
      await removeTotp(parts, person, body.code);
      return undefined;
    }),
  ];
}

function administratorRoutes(parts: AccountParts): readonly Route[] {
  const { database } = parts;
  return [
    route(accountEndpoints.listPeople, async () => ({ people: await listPeople(database) })),
    route(accountEndpoints.list, async () => ({ accounts: await listAccounts(database) })),
    route(accountEndpoints.rename, async ({ person, params, body }) => {
      await renameAccount(parts, person.accountId, { ...params, ...body });
      return undefined;
    }),
    route(accountEndpoints.changeRoles, async ({ person, params, body }) => {
      await changeRoles(parts, person.accountId, params.accountId, body.roles);
      return undefined;
    }),
    route(accountEndpoints.close, async ({ person, params }) => {
      await closeAccount(parts, person.accountId, params.accountId);
      return undefined;
    }),
    route(accountEndpoints.letIn, async ({ person, params }) => {
      await letIn(parts, person.accountId, params.accountId);
      return undefined;
    }),
    route(accountEndpoints.offerPasswordReset, ({ person, params, origin }) =>
      offerPasswordReset(parts, person.accountId, origin, params.accountId),
    ),
  ];
}

function linkRoutes(parts: AccountParts): readonly Route[] {
  return [
    route(accountEndpoints.invite, ({ person, body, origin }) => invitePerson(parts, person.accountId, origin, body)),
    route(accountEndpoints.listInvitations, async () => ({ invitations: await listInvitations(parts) })),
    route(accountEndpoints.revokeInvitation, async ({ person, params }) => {
      await revokeInvitation(parts, person.accountId, params.invitationId);
      return undefined;
    }),
    route(accountEndpoints.readInvitation, ({ body }) => readInvitation(parts, body.token)),
    route(accountEndpoints.acceptInvitation, async (call) => {
      return await welcome(parts, call, await acceptInvitation(parts, { ...call.body, userAgent: call.userAgent }));
    }),
  ];
}

/** Hand the session to the browser, have it known from now on, and say who they are. */
async function welcome(
  parts: AccountParts,
  call: Pick<Call<Endpoint>, 'startSession' | 'keepMark'>,
  session: NewSession & { readonly accountId: string },
) {
  call.startSession(session.token);
  await keepKnown(parts, call, session.accountId);
  return await describeMe(parts.database, session.accountId);
}

/** Have the browser known for this account and its password of today. */
async function keepKnown(
  { database, sealer }: AccountParts,
  call: Pick<Call<Endpoint>, 'keepMark'>,
  accountId: string,
): Promise<void> {
  const { email, passwordHash } = await getAccount(database, accountId);
  if (passwordHash !== null) call.keepMark(email, markBrowser(sealer, email, passwordHash));
}
