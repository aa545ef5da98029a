import { causeOfEnding } from './cause-of-ending.ts';
import type { DatedRecord } from './register/standings.ts';
import type { ReleasedConsequences } from './released-consequences.ts';
import type { ChannelId, PupilId, RegisterEntry } from './words/people.ts';

/** A release whose picture has been erased: the ledger alone says who is in it. */
export interface LedgerEntry {
  /** Ids ascend with time, those of what is recorded about pupils too. */
  readonly id: string;
  readonly channelId: ChannelId;
  /** Pupils it relied on more surely than by a class list, and whether on a permission that is on record. */
  readonly reliedOn: readonly { readonly pupilId: PupilId; readonly hadPermission: boolean }[];
  /** The whole register of today. */
  readonly register: readonly RegisterEntry[];
  readonly records: ReadonlyMap<PupilId, readonly DatedRecord[]>;
  /** ISO days. */
  readonly releasedOn: string;
  readonly today: string;
  /** Pupils who have left the school by today. */
  readonly left: ReadonlySet<PupilId>;
  /** Those of them who were still there when it was released. */
  readonly leftSince: ReadonlySet<PupilId>;
  /** Pupils a person has already looked for in this release and not found. */
  readonly cleared: ReadonlySet<PupilId>;
}

/**
 * What today's register means for a picture that Photoward keeps no more and that may still be out there: it comes down
 * when it relied on somebody who may no longer appear. Nobody can look at it here, so nobody is asked to. Whoever was on
 * the register then already was overridden by two people or not seen in it; that holds until something counts
 * that did not then, or they leave. Pure.
 */
export function ledgerConsequences(entry: LedgerEntry): ReleasedConsequences {
  const ofPupil = new Map(
    entry.register
      .filter(({ reason, channels }) => reason === 'restricted' || channels.includes(entry.channelId))
      .map((one) => [one.pupil.id, one]),
  );
  const isToldSince = (pupilId: PupilId): boolean =>
    (entry.records.get(pupilId) ?? []).some(
      ({ id, from, channelId }) =>
        (id > entry.id || from > entry.releasedOn) &&
        from <= entry.today &&
        (channelId === null || channelId === entry.channelId),
    );
  const ended = entry.reliedOn.find(
    ({ pupilId, hadPermission }) =>
      ofPupil.has(pupilId) &&
      !entry.cleared.has(pupilId) &&
      (hadPermission || entry.leftSince.has(pupilId) || isToldSince(pupilId)),
  );
  if (ended === undefined) return { takedown: null, looks: [] };
  const { pupilId } = ended;
  return { takedown: { pupilId, cause: causeOfEnding(ofPupil.get(pupilId)!, entry.left) }, looks: [] };
}
