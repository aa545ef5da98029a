import { addDays } from '../../lib/school-day.ts';
import type { Consent } from '../../policy/register/consent.ts';
import { consentStatus } from '../../policy/register/consent-status.ts';

/**
 * The last day of what permits a pupil to appear on a channel on this day: the first on which one of the permissions in
 * force ends and the others are not enough. Null when there is none.
 */
export function permittedUntil(consents: readonly Consent[], channelId: string, day: string): string | null {
  const ends = consents
    .filter((one) => one.status === 'permitted' && one.from <= day && one.until >= day)
    .filter((one) => one.channels === 'all' || one.channels.includes(channelId))
    .map((one) => one.until)
    .sort();
  return ends.find((end) => consentStatus(consents, channelId, addDays(end, 1)) !== 'permitted') ?? ends.at(-1) ?? null;
}
