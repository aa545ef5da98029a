/** Where a photo goes: 'website', 'facebook'… Lower-case letters, digits and hyphens. */
export type ChannelId = string;
/** The school's own pupil number; opaque to Photoward. */
export type PupilId = string;

/** How careful a channel is: strict flags swimwear in the water face-on, and single large face-on children. */
export type Profile = 'strict' | 'standard';

export interface Channel {
  readonly id: ChannelId;
  readonly profile: Profile;
  /** Whether pupils' names may appear with their picture. */
  readonly namesAllowed: boolean;
}

export interface PupilName {
  readonly first: string;
  readonly last: string;
  /** The name used every day, where it is not the first name. */
  readonly preferred?: string;
  /** Anything else the pupil is called: short names, names before adoption, other spellings. */
  readonly others: readonly string[];
}

export interface Pupil {
  readonly id: PupilId;
  readonly name: PupilName;
  readonly className?: string;
  /** ISO day, e.g. 2015-04-30. */
  readonly dateOfBirth?: string;
  readonly siblings: readonly PupilId[];
}

/** What is recorded for one pupil and one channel. No record is its own state, because it is not an answer. */
export type ConsentStatus = 'permitted' | 'refused' | 'withdrawn' | 'expired' | 'no-record';

/**
 * Separate from photo consent (Protection of Freedoms Act 2012 s26-28). Only `granted` lets a face template exist:
 * parents notified, one consented in writing, no parent and not the pupil objected.
 */
export type BiometricPermission =
  'not-asked' | 'parents-notified' | 'granted' | 'parent-objected' | 'pupil-objected' | 'withdrawn';

/** Why a pupil may not appear on a channel today. `restricted` is absolute; its reason is for the DSL alone. */
export type RegisterReason = 'restricted' | 'pupil-objected' | 'refused' | 'withdrawn' | 'expired' | 'no-record';

/** One line of the register: computed from consents and restrictions, never edited. */
export interface RegisterEntry {
  readonly pupil: Pupil;
  readonly reason: RegisterReason;
  readonly channels: readonly ChannelId[];
  readonly biometric: BiometricPermission;
}
