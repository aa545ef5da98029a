import { channelEndpoints } from '../../contract/channels.ts';
import { setupEndpoints } from '../../contract/setup.ts';
import { route, type Route } from '../../http/route.ts';
import { applyForChannel, changeChannel } from './apply-for-channel.ts';
import { addDevice, listDevices, retireDevice } from './devices.ts';
import { closeChannel, handOverChannel, nameChannelStaff } from './hand-over-channel.ts';
import type { SetupParts } from './parts.ts';
import { addPolicyVersion, listPolicyVersions, readPolicy } from './policy-versions.ts';
import { listChannels, readChannel } from './read-channels.ts';
import { readProgress } from './read-progress.ts';
import { reviewChannel } from './review-channel.ts';
import { changeSchool, readSchool } from './school.ts';
import { readMatching, signOffDpia, withdrawDpia } from './sign-off-dpia.ts';

/** The school, its policy, its devices and its channels. */
export function setupRoutes(parts: SetupParts): readonly Route[] {
  return [...schoolRoutes(parts), ...channelRoutes(parts)];
}

function schoolRoutes(parts: SetupParts): readonly Route[] {
  const { database } = parts;
  return [
    route(setupEndpoints.readProgress, () => readProgress(parts)),
    route(setupEndpoints.readSchool, () => readSchool(database)),
    route(setupEndpoints.changeSchool, async ({ person, body }) => {
      await changeSchool(parts, person.accountId, body);
      return undefined;
    }),
    route(setupEndpoints.readPolicy, () => readPolicy(database)),
    route(setupEndpoints.listPolicyVersions, async () => ({ versions: await listPolicyVersions(database) })),
    route(setupEndpoints.addPolicyVersion, ({ person, body }) => addPolicyVersion(parts, person.accountId, body)),
    route(setupEndpoints.readMatching, () => readMatching(database)),
    route(setupEndpoints.signOffDpia, ({ person, body }) => signOffDpia(parts, person.accountId, body)),
    route(setupEndpoints.withdrawDpia, async ({ person, body }) => {
      await withdrawDpia(parts, person.accountId, body.reason);
      return undefined;
    }),
    route(setupEndpoints.listDevices, async () => ({ devices: await listDevices(database) })),
    route(setupEndpoints.addDevice, ({ person, body }) => addDevice(parts, person.accountId, body)),
    route(setupEndpoints.retireDevice, async ({ person, params }) => {
      await retireDevice(parts, person.accountId, params.deviceId);
      return undefined;
    }),
  ];
}

function channelRoutes(parts: SetupParts): readonly Route[] {
  const { database } = parts;
  return [
    route(channelEndpoints.list, async () => ({ channels: await listChannels(database) })),
    route(channelEndpoints.read, ({ params }) => readChannel(database, params.channelId)),
    route(channelEndpoints.apply, ({ person, body }) => applyForChannel(parts, person.accountId, body)),
    route(channelEndpoints.change, async ({ person, params, body }) => {
      await changeChannel(parts, person.accountId, params.channelId, body);
      return undefined;
    }),
    route(channelEndpoints.review, async ({ person, params, body }) => {
      await reviewChannel(parts, person.accountId, params.channelId, body);
      return undefined;
    }),
    route(channelEndpoints.nameStaff, async ({ person, params, body }) => {
      await nameChannelStaff(parts, person.accountId, params.channelId, body.accountId);
      return undefined;
    }),
    route(channelEndpoints.handOver, async ({ person, params, body }) => {
      await handOverChannel(parts, person.accountId, params.channelId, body);
      return undefined;
    }),
    route(channelEndpoints.close, async ({ person, params, body }) => {
      await closeChannel(parts, person.accountId, params.channelId, body.reason);
      return undefined;
    }),
  ];
}
