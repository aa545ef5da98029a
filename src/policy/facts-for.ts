import type { Channel, ChannelId, Pupil, PupilId, RegisterEntry, RegisterReason } from './words/people.ts';
import type { Facts } from './words/rule.ts';
import type { SchoolPolicy } from './words/school-policy.ts';

/** What facts are made of. */
export interface FactsSources {
  /** The channels this photo is bound for. */
  readonly channels: readonly Channel[];
  /** The whole register, of all channels; empty when the school gave none. */
  readonly register: readonly RegisterEntry[];
  /** Everybody at the school. */
  readonly pupils: readonly Pupil[];
  /** Who was there; null when nobody said, which means anybody. */
  readonly roll: readonly Pupil[] | null;
  readonly policy: SchoolPolicy;
  readonly title?: string;
  readonly caption?: string;
  readonly altText?: string;
  readonly doubts?: Facts['doubts'];
}

const gravest: readonly RegisterReason[] = [
  'restricted',
  'pupil-objected',
  'refused',
  'withdrawn',
  'expired',
  'no-record',
];

/** One entry for each pupil: the gravest reason and every channel it holds for. */
function mergeByPupil(entries: readonly RegisterEntry[]): RegisterEntry[] {
  const merged = new Map<PupilId, RegisterEntry>();
  for (const entry of entries) {
    const before = merged.get(entry.pupil.id);
    const isGraver = before === undefined || gravest.indexOf(entry.reason) < gravest.indexOf(before.reason);
    const channels = [...new Set([...(before?.channels ?? []), ...entry.channels])];
    merged.set(entry.pupil.id, { ...(isGraver ? entry : before), channels });
  }
  return [...merged.values()];
}

/** What rules may know besides evidence: the register of these channels, split by whether the pupil is on the roll. */
export function factsFor(sources: FactsSources): Facts {
  const { channels, pupils, policy } = sources;
  const bound = new Set(channels.map((channel) => channel.id));
  // Bound for nowhere in particular means bound for anywhere.
  const isBound = (channel: ChannelId): boolean => bound.size === 0 || bound.has(channel);
  const touching = sources.register
    .map((entry) => ({ ...entry, channels: entry.channels.filter(isBound) }))
    // A restriction is absolute: it holds on a channel that the register has never heard of, too.
    .filter((entry) => entry.reason === 'restricted' || entry.channels.length > 0);
  const register = mergeByPupil(touching);
  const roll = sources.roll ?? pupils;
  const present = new Set(roll.map((pupil) => pupil.id));
  return {
    channels,
    register: register.filter((entry) => sources.roll === null || present.has(entry.pupil.id)),
    offRoll: register.filter((entry) => sources.roll !== null && !present.has(entry.pupil.id)),
    roll,
    policy,
    title: sources.title ?? '',
    caption: sources.caption ?? '',
    altText: sources.altText ?? '',
    doubts: sources.doubts ?? [],
  };
}
