import { accountEndpoints } from '../../../src/contract/accounts.ts';
import { meEndpoints, openidEndpoints, sessionEndpoints } from '../../../src/contract/sign-in.ts';
import { newId } from '../../../src/lib/new-id.ts';
import { anybody, only, signedIn, type RouteRow, type RouteWorld } from '../../support/service/route-rows.ts';
import { testPassword } from '../../support/service/start-service.ts';

const password = 'orange Kettle 99 moss';
const emails = ['@oakfield.example'];
const someToken = 'x'.repeat(43);

async function newAccount({ service }: RouteWorld): Promise<string> {
  return (await service.addAccount('staff')).id;
}

async function newLink({ admin, fresh }: RouteWorld): Promise<{ readonly id: string; readonly token: string }> {
  const body = { displayName: 'New Person', email: `${fresh()}@new.example`, roles: ['staff'] };
  const { id, link } = (await admin.post('/api/invitations', body)).json as { id: string; link: string };
  return { id, token: link.split('#')[1]! };
}

/** The accounts feature's part of the route × role table. */
export const accountRows: readonly RouteRow[] = [
  { endpoint: sessionEndpoints.readSetUp, expected: anybody(200), forbidden: { anonymous: ['Oakfield'] } },
  {
    endpoint: sessionEndpoints.completeSetUp,
    request: () => ({
      body: { token: someToken, schoolName: 'S', displayName: 'Head', email: 'h@s.example', password },
    }),
    expected: anybody(410),
  },
  { endpoint: sessionEndpoints.read, expected: anybody(200), forbidden: { anonymous: emails } },
  {
    endpoint: sessionEndpoints.signIn,
    request: () => ({ body: { email: 'staff@oakfield.example', password: testPassword } }),
    expected: anybody(201),
  },
  { endpoint: sessionEndpoints.signOut, expected: signedIn(204) },
  { endpoint: sessionEndpoints.list, expected: signedIn(200) },
  { endpoint: sessionEndpoints.revoke, request: () => ({ params: { sessionId: newId() } }), expected: signedIn(404) },
  {
    endpoint: meEndpoints.changePassword,
    request: () => ({ body: { current: testPassword, next: password } }),
    expected: signedIn(204),
  },
  { endpoint: meEndpoints.beginTotp, expected: signedIn(201) },
  { endpoint: meEndpoints.confirmTotp, request: () => ({ body: { code: '000000' } }), expected: signedIn(409) },
  { endpoint: meEndpoints.removeTotp, request: () => ({ body: { code: '000000' } }), expected: signedIn(400) },
  {
    endpoint: accountEndpoints.listPeople,
    expected: signedIn(200),
    forbidden: { staff: emails, office: emails, moderator: emails, dsl: emails, admin: emails },
  },
  { endpoint: accountEndpoints.list, expected: only(200, 'admin'), forbidden: { admin: ['argon2', 'passwordHash'] } },
  {
    endpoint: accountEndpoints.rename,
    request: async (world) => ({
      params: { accountId: await newAccount(world) },
      body: { displayName: 'Other', email: `${world.fresh()}@new.example` },
    }),
    expected: only(204, 'admin'),
  },
  {
    endpoint: accountEndpoints.changeRoles,
    request: async (world) => ({ params: { accountId: await newAccount(world) }, body: { roles: ['office'] } }),
    expected: only(204, 'admin'),
  },
  {
    endpoint: accountEndpoints.close,
    request: async (world) => ({ params: { accountId: await newAccount(world) } }),
    expected: only(204, 'admin'),
  },
  {
    endpoint: accountEndpoints.letIn,
    request: async (world) => {
      const accountId = await newAccount(world);
      const held = { heldSince: '2026-03-02T09:00:00.000Z' };
      await world.service.database.updateTable('accounts').set(held).where('id', '=', accountId).execute();
      return { params: { accountId } };
    },
    expected: only(204, 'admin'),
  },
  {
    endpoint: accountEndpoints.offerPasswordReset,
    request: async (world) => ({ params: { accountId: await newAccount(world) } }),
    expected: only(201, 'admin'),
  },
  {
    endpoint: accountEndpoints.invite,
    request: ({ fresh }) => ({ body: { displayName: 'New', email: `${fresh()}@new.example`, roles: ['dsl'] } }),
    expected: only(201, 'admin'),
  },
  { endpoint: accountEndpoints.listInvitations, expected: only(200, 'admin') },
  {
    endpoint: accountEndpoints.revokeInvitation,
    request: async (world) => ({ params: { invitationId: (await newLink(world)).id } }),
    expected: only(204, 'admin'),
  },
  {
    endpoint: accountEndpoints.readInvitation,
    request: async (world) => ({ body: { token: (await newLink(world)).token } }),
    expected: anybody(200),
    forbidden: { anonymous: emails },
  },
  {
    endpoint: accountEndpoints.acceptInvitation,
    request: async (world) => ({ body: { token: (await newLink(world)).token, password } }),
    expected: anybody(201),
  },
  { endpoint: openidEndpoints.listProviders, expected: anybody(200) },
  { endpoint: openidEndpoints.begin, request: () => ({ params: { provider: 'google' } }), expected: anybody(404) },
  {
    endpoint: openidEndpoints.complete,
    request: () => ({ params: { provider: 'google' }, query: '?state=x&code=y' }),
    expected: anybody(404),
  },
];
