import { isoToday } from '../../lib/clock.ts';
import { findRoleHolders } from '../../store/find-role-holders.ts';
import { listDevices } from './devices.ts';
import type { SetupParts } from './parts.ts';
import { listChannels } from './read-channels.ts';
import { readMatching } from './sign-off-dpia.ts';

interface Warning {
  readonly code:
    | 'too-few-moderators'
    | 'no-safeguarding-lead'
    | 'no-open-channel'
    | 'no-devices'
    | 'dpia-review-due'
    | 'channel-review-due'
    | 'channel-short-of-staff';
  readonly message: string;
  readonly channelId: string | null;
}

/** What is set up and what should be mended, in words for the administrator. */
export async function readProgress(parts: SetupParts) {
  const { database, clock } = parts;
  const [channels, devices] = [await listChannels(database), await listDevices(database)];
  const moderators = await findRoleHolders(database, 'moderator');
  const leads = await findRoleHolders(database, 'dsl');
  const matching = await readMatching(database);
  const today = isoToday(clock);
  const open = channels.filter((channel) => channel.state === 'open');
  const due = await database
    .selectFrom('channels')
    .select(['id', 'name'])
    .where('state', '=', 'open')
    .where('reviewOn', '<=', today)
    .execute();
  const warnings = [
    ...unless(moderators.length >= 2, 'too-few-moderators', 'Make at least two people moderators, so that one may be away and nobody decides their own photos.'),
    ...unless(leads.length >= 1, 'no-safeguarding-lead', 'Give the designated safeguarding lead their role: some photos and reasons are for them alone.'),
    ...unless(open.length >= 1, 'no-open-channel', 'Apply for a channel and record a senior leader’s approval: photos go nowhere until one is open.'),
    ...unless(devices.length >= 1, 'no-devices', 'List the school’s cameras, tablets and phones, so that photos from private ones are noticed.'),
    ...unless(matching.signOff === null || matching.signOff.reviewOn > today, 'dpia-review-due', 'The data protection impact assessment is due for its review.'),
    ...due.flatMap(({ id, name }) => unless(false, 'channel-review-due', `${name} is due for its review by a senior leader.`, id)),
    ...open.flatMap(({ id, name, staff }) =>
      unless(staff.filter((member) => member.isActive).length >= 2, 'channel-short-of-staff', `Name another member of staff for ${name}: at least two must be able to run it.`, id),
    ),
  ]; // prettier-ignore
  return {
    openChannels: open.length,
    devices: devices.length,
    moderators: moderators.length,
    safeguardingLeads: leads.length,
    isMatchingOn: matching.isMatchingOn,
    warnings,
  };
}

function unless(isFine: boolean, code: Warning['code'], message: string, channelId: string | null = null): Warning[] {
  return isFine ? [] : [{ code, message, channelId }];
}
