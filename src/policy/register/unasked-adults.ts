import { groupBy } from '../group-by.ts';
import type { ChannelId, Pupil } from '../words/people.ts';
import type { Consent } from './consent.ts';
import { isOfAge, ofAgeOn } from './of-age-on.ts';

/** A pupil who must be asked themselves, and the day on which they are 18. */
export interface UnaskedAdult<Asked extends Pupil> {
  readonly pupil: Asked;
  readonly adultOn: string;
}

/** On which of the channels somebody else answered for a pupil and they did not themselves, or not for long enough. */
function isUnasked(consents: readonly Consent[], channels: readonly ChannelId[], adultOn: string): boolean {
  return channels.some((channel) => {
    const here = consents.filter((one) => one.channels === 'all' || one.channels.includes(channel));
    const isOwn = ({ by, liftedUntil }: Consent): boolean =>
      liftedUntil === undefined && (by === 'pupil' || by === 'adult pupil');
    const own = here.filter(isOwn);
    return own.length < here.length && !own.some(({ status, until }) => status !== 'permitted' || until >= adultOn);
  });
}

/**
 * Of these pupils those who are 18 on a day and have not answered where others answered for them, the first to be 18
 * first. `consents` are as they are read on that day; a pupil whose birthday is past must have an answer on `today`.
 */
export function unaskedAdults<Asked extends Pupil>(
  pupils: readonly Asked[],
  consents: readonly Consent[],
  channels: readonly ChannelId[],
  days: { readonly today: string; readonly then: string },
): UnaskedAdult<Asked>[] {
  const consentsOf = groupBy(consents, ({ pupil }) => pupil);
  return pupils
    .flatMap((pupil) => {
      if (pupil.dateOfBirth === undefined || !isOfAge(pupil.dateOfBirth, days.then)) return [];
      const adultOn = ofAgeOn(pupil.dateOfBirth);
      const from = adultOn > days.today ? adultOn : days.today;
      return isUnasked(consentsOf.get(pupil.id) ?? [], channels, from) ? [{ pupil, adultOn }] : [];
    })
    .sort((a, b) => a.adultOn.localeCompare(b.adultOn));
}
