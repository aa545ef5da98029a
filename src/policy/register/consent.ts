import type { Channel, ChannelId, PupilId } from '../words/people.ts';

/** One recorded answer for one pupil and some channels, or all. Days are ISO days; the answer holds from `from` to `until`, both included. */
export interface Consent {
  readonly pupil: PupilId;
  readonly channels: 'all' | readonly ChannelId[];
  readonly status: 'permitted' | 'refused' | 'withdrawn';
  /**
   * Who answered: one guardian, by any stable id, or the pupil. A pupil's refusal wins over every guardian; from 18 on
   * their own permission does, too.
   */
  readonly by: 'pupil' | 'adult pupil' | `guardian ${string}`;
  readonly from: string;
  /** Permission always ends; a refusal or withdrawal holds until another answer follows. */
  readonly until: string;
  /** The same person lifted this "no" on its own first day, and this is the last day of that. */
  readonly liftedUntil?: string;
}

/** An absolute "never publish". Its reason is kept elsewhere, for the safeguarding lead alone. */
export interface Restriction {
  readonly pupil: PupilId;
  readonly from: string;
  /** The day from which it no longer holds, once the safeguarding lead has lifted it. */
  readonly liftedOn?: string;
}

/** A channel with the school's choice of what a missing record means there. */
export interface ConsentChannel extends Channel {
  /** Refused unless the channel's policy says otherwise. */
  readonly noRecordMeans?: 'refused' | 'permitted';
}
