import type { BiometricPermission, Pupil, PupilId, RegisterEntry, RegisterReason } from '../words/people.ts';
import type { Consent, ConsentChannel, Restriction } from './consent.ts';
import { consentStatus } from './consent-status.ts';
import { groupBy } from '../group-by.ts';

/** What the register is computed from. `biometric` is 'not-asked' for pupils it does not hold. */
export interface RegisterSources {
  readonly pupils: readonly Pupil[];
  readonly consents: readonly Consent[];
  readonly restrictions: readonly Restriction[];
  readonly channels: readonly ConsentChannel[];
  readonly biometric: ReadonlyMap<PupilId, BiometricPermission>;
}

function reasonFor(consents: readonly Consent[], channel: ConsentChannel, day: string): RegisterReason | null {
  const status = consentStatus(consents, channel.id, day);
  if (status === 'permitted') return null;
  return status === 'no-record' && channel.noRecordMeans === 'permitted' ? null : status;
}

function entriesFor(
  pupil: Pupil,
  consents: readonly Consent[],
  sources: RegisterSources,
  day: string,
): RegisterEntry[] {
  const biometric = sources.biometric.get(pupil.id) ?? 'not-asked';
  const isRestricted = sources.restrictions.some(
    (one) => one.pupil === pupil.id && one.from <= day && !(one.liftedOn !== undefined && one.liftedOn <= day),
  );
  const all = sources.channels.map((channel) => channel.id);
  if (isRestricted) return [{ pupil, reason: 'restricted', channels: all, biometric }];
  const reasons = sources.channels.map((channel) => ({ id: channel.id, reason: reasonFor(consents, channel, day) }));
  const byReason = groupBy(reasons, ({ reason }) => reason);
  return [...byReason].flatMap(([reason, channels]) =>
    reason === null ? [] : [{ pupil, reason, channels: channels.map(({ id }) => id), biometric }],
  );
}

/**
 * The register on an ISO day: who may not appear where, and why. One entry for each pupil and reason. No record means
 * refused unless the channel says otherwise; permission ends; a pupil's own objection wins over every guardian; a
 * restriction is absolute, on every channel.
 */
export function computeRegister(sources: RegisterSources, day: string): RegisterEntry[] {
  const byPupil = groupBy(sources.consents, (consent) => consent.pupil);
  return sources.pupils.flatMap((pupil) => entriesFor(pupil, byPupil.get(pupil.id) ?? [], sources, day));
}
