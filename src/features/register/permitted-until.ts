import type { Consent } from '../../policy/register/consent.ts';

/** The last day of the permission that reaches furthest among those in force on a day; null when there is none. */
export function permittedUntil(consents: readonly Consent[], channelId: string, day: string): string | null {
  const ends = consents
    .filter((one) => one.status === 'permitted' && one.from <= day && one.until >= day)
    .filter((one) => one.channels === 'all' || one.channels.includes(channelId))
    .map((one) => one.until);
  return ends.sort().at(-1) ?? null;
}
