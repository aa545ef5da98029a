import type { ChannelId, PupilId, RegisterReason } from './people.ts';

/** Why a pupil may not appear on one channel, and the newest record that says something about it. */
export interface Standing {
  readonly pupilId: PupilId;
  readonly channelId: ChannelId;
  readonly reason: RegisterReason;
  /** Null when nothing was ever recorded. */
  readonly latestRecordId: string | null;
}
