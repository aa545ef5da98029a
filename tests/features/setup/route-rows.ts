import { channelEndpoints } from '../../../src/contract/channels.ts';
import { setupEndpoints } from '../../../src/contract/setup.ts';
import { defaultHandlingPolicy } from '../../../src/policy/default-handling-policy.ts';
import { only, signedIn, type RouteRow, type RouteWorld } from '../../support/service/route-rows.ts';
import { application, approval, openChannel, signOff } from './application.ts';

const emails = ['@oakfield.example'];
const noEmails = { staff: emails, office: emails, moderator: emails, dsl: emails, admin: emails };

async function newChannel({ service, admin, fresh }: RouteWorld): Promise<{ readonly channelId: string }> {
  return { channelId: await openChannel(service, admin, `channel-${fresh()}`) };
}

async function newDevice({ admin, fresh }: RouteWorld): Promise<string> {
  const body = { make: 'Canon', model: 'R10', serial: fresh(), label: 'Office camera' };
  return ((await admin.post('/api/devices', body)).json as { id: string }).id;
}

/** The setup feature's part of the route × role table. */
export const setupRows: readonly RouteRow[] = [
  { endpoint: setupEndpoints.readProgress, expected: only(200, 'admin') },
  { endpoint: setupEndpoints.readSchool, expected: signedIn(200) },
  {
    endpoint: setupEndpoints.changeSchool,
    request: async ({ admin }) => ({ body: { ...((await admin.get('/api/school')).json as object), name: 'New' } }),
    expected: only(204, 'admin'),
  },
  { endpoint: setupEndpoints.readPolicy, expected: only(200, 'admin', 'dsl', 'moderator', 'office') },
  { endpoint: setupEndpoints.listPolicyVersions, expected: only(200, 'admin', 'dsl') },
  {
    endpoint: setupEndpoints.addPolicyVersion,
    request: async ({ admin }) => {
      const { number, rules } = (await admin.get('/api/policy')).json as { number: number; rules: object };
      return { body: { basedOn: number, rules, handling: defaultHandlingPolicy, reason: 'trial' } };
    },
    expected: only(201, 'admin', 'dsl'),
  },
  { endpoint: setupEndpoints.readMatching, expected: signedIn(200) },
  { endpoint: setupEndpoints.signOffDpia, request: () => ({ body: signOff }), expected: only(201, 'admin') },
  {
    endpoint: setupEndpoints.withdrawDpia,
    request: async ({ admin }) => {
      await admin.post('/api/dpia', signOff);
      return { body: { reason: 'New model' } };
    },
    expected: only(204, 'admin', 'dsl'),
  },
  { endpoint: setupEndpoints.listDevices, expected: only(200, 'admin', 'moderator', 'staff') },
  {
    endpoint: setupEndpoints.addDevice,
    request: ({ fresh }) => ({ body: { make: 'Canon', model: 'R10', serial: fresh(), label: 'Camera' } }),
    expected: only(201, 'admin'),
  },
  {
    endpoint: setupEndpoints.retireDevice,
    request: async (world) => ({ params: { deviceId: await newDevice(world) } }),
    expected: only(204, 'admin'),
  },
  {
    endpoint: channelEndpoints.list,
    request: async (world) => {
      await newChannel(world);
      return {};
    },
    expected: signedIn(200),
    forbidden: noEmails,
  },
  {
    endpoint: channelEndpoints.read,
    request: async (world) => ({ params: await newChannel(world) }),
    expected: signedIn(200),
    forbidden: noEmails,
  },
  {
    endpoint: channelEndpoints.apply,
    request: ({ service, fresh }) => ({ body: application(service, `channel-${fresh()}`) }),
    expected: only(201, 'admin'),
  },
  {
    endpoint: channelEndpoints.change,
    request: async (world) => {
      const params = await newChannel(world);
      const { name, profile, maxLongEdgePx, namesAllowed, noRecordMeans, accountUrl } = application(
        world.service,
        params.channelId,
      );
      return { params, body: { name, profile, maxLongEdgePx, namesAllowed, noRecordMeans, accountUrl } };
    },
    expected: only(204, 'admin'),
  },
  {
    endpoint: channelEndpoints.review,
    request: async (world) => ({ params: await newChannel(world), body: { ...approval, outcome: 'kept-open' } }),
    expected: only(204, 'admin'),
  },
  {
    endpoint: channelEndpoints.nameStaff,
    request: async (world) => ({
      params: await newChannel(world),
      body: { accountId: world.service.accountIds.moderator },
    }),
    expected: only(204, 'admin'),
  },
  {
    endpoint: channelEndpoints.handOver,
    request: async (world) => ({
      params: await newChannel(world),
      body: { from: world.service.accountIds.staff, to: world.service.accountIds.moderator },
    }),
    expected: only(204, 'admin'),
  },
  {
    endpoint: channelEndpoints.close,
    request: async (world) => ({ params: await newChannel(world), body: { reason: 'Not used' } }),
    expected: only(204, 'admin'),
  },
];
