import { isoToday } from '../../lib/clock.ts';
import { addDays } from '../../lib/school-day.ts';
import { isOnRoll, readRegister } from '../../pipeline/read-register.ts';
import { groupBy } from '../../policy/group-by.ts';
import { computeRegister } from '../../policy/register/compute-register.ts';
import { unaskedAdults } from '../../policy/register/unasked-adults.ts';
import type { RegisterEntry } from '../../policy/words/people.ts';
import { readCurrentPolicy } from '../../store/read-current-policy.ts';
import type { RegisterParts } from './parts.ts';
import { permittedUntil } from './permitted-until.ts';
import { shownNames } from './shown-names.ts';
import { openChannelIds } from './store.ts';

const keysOf = (entries: readonly RegisterEntry[]): string[] =>
  entries.flatMap(({ pupil, channels }) => channels.map((channel) => `${pupil.id} ${channel}`));

/**
 * Permissions that hold today and will have run out, with no answer after them, when the policy's days of warning are
 * over: those whom the register of that day bars as expired and that of today does not. Soonest first. And who must be
 * asked themselves, because they come of age.
 */
export async function readExpiring({ database, clock }: Pick<RegisterParts, 'database' | 'clock'>) {
  const { consentWarningDays: days } = (await readCurrentPolicy(database)).handling;
  const today = isoToday(clock);
  const then = addDays(today, days);
  const open = new Set(await openChannelIds(database));
  const [now, later] = [await readRegister(database, today), await readRegister(database, then)];
  const barredNow = new Set(keysOf(computeRegister(now, today)));
  const onRoll = later.pupils.filter((pupil) => isOnRoll(pupil, then));
  const consentsOf = groupBy(now.consents, ({ pupil }) => pupil);
  const items = computeRegister({ ...later, pupils: onRoll }, then)
    .filter(({ reason }) => reason === 'expired')
    .flatMap(({ pupil, channels }) => {
      const ending = channels.flatMap((channelId) => {
        const until = permittedUntil(consentsOf.get(pupil.id) ?? [], channelId, today);
        if (!open.has(channelId) || barredNow.has(`${pupil.id} ${channelId}`) || until === null) return [];
        return [{ channelId, until }];
      });
      return [...groupBy(ending, ({ until }) => until)].map(([until, list]) => ({
        ...shownNames(pupil),
        until,
        channels: list.map(({ channelId }) => channelId),
      }));
    })
    .sort((a, b) => a.until.localeCompare(b.until) || a.lastName.localeCompare(b.lastName));
  const adults = unaskedAdults(
    later.pupils.filter((pupil) => isOnRoll(pupil, today)),
    later.consents,
    [...open],
    { today, then },
  ).map(({ pupil, adultOn }) => ({ ...shownNames(pupil), adultOn, isAdult: adultOn <= today }));
  return { days, items, adults };
}
