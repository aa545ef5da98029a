import type { ChannelId, PupilId, RegisterEntry } from '../words/people.ts';
import type { Standing } from '../words/standing.ts';

/** Something recorded of a pupil: an answer, an objection, a restriction. Ids ascend in the order of recording. */
export interface DatedRecord {
  readonly id: string;
  readonly pupilId: PupilId;
  /** Null: every channel. */
  readonly channelId: ChannelId | null;
  /** The ISO day from which it counts. */
  readonly from: string;
}

/** The standings of an ISO day: one for each pupil of these register entries and each of these channels they may not appear on. */
export function standingsOf(
  entries: readonly RegisterEntry[],
  bound: ReadonlySet<ChannelId>,
  records: ReadonlyMap<PupilId, readonly DatedRecord[]>,
  day: string,
): Standing[] {
  return entries.flatMap(({ pupil, reason, channels }) =>
    channels
      .filter((id) => bound.has(id))
      .map((channelId) => {
        const told = (records.get(pupil.id) ?? []).filter(
          (record) => record.from <= day && (record.channelId === null || record.channelId === channelId),
        );
        const ids = told.map(({ id }) => id).sort();
        return { pupilId: pupil.id, channelId, reason, latestRecordId: ids.at(-1) ?? null };
      }),
  );
}

const isSame = (one: Standing, other: Standing): boolean =>
  one.channelId === other.channelId && one.reason === other.reason && one.latestRecordId === other.latestRecordId;

/**
 * Whether everything that today speaks against a pupil was so already when a verdict was agreed to. A newer record makes
 * it something else, even of the same kind: a parent who refuses once more has said no to what happened in between.
 */
export function isAsAgreed(pupilId: PupilId, agreed: readonly Standing[], today: readonly Standing[]): boolean {
  const before = agreed.filter((one) => one.pupilId === pupilId);
  return today.every((one) => one.pupilId !== pupilId || before.some((other) => isSame(one, other)));
}
