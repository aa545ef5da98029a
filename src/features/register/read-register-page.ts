import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoToday } from '../../lib/clock.ts';
import { isOnRoll, readRegister, type PupilOnRecord } from '../../pipeline/read-register.ts';
import { computeRegister } from '../../policy/register/compute-register.ts';
import type { RegisterEntry } from '../../policy/words/people.ts';
import { readFreshness } from './freshness.ts';
import type { RegisterPhotoParts } from './parts.ts';
import { shownNames } from './shown-names.ts';
import { shownReason } from './shown-reason.ts';
import { openChannelIds, requireChannel } from './store.ts';
import { whoIsFoundByFace } from './who-is-found-by-face.ts';

export interface RegisterQuestion {
  readonly channelId?: string | undefined;
  readonly day?: string | undefined;
  readonly className?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

function onChannels(entries: readonly RegisterEntry[], channels: ReadonlySet<string>): RegisterEntry[] {
  return entries
    .map((entry) => ({ ...entry, channels: entry.channels.filter((channel) => channels.has(channel)) }))
    .filter((entry) => entry.channels.length > 0);
}

/** Where the next page begins: the cursor is a number of entries, because the register is computed anew each time. */
function startOf(after: string | undefined): number {
  const start = Number(after ?? '0');
  if (Number.isSafeInteger(start) && start >= 0) return start;
  throw new AppError('invalid-input', { fields: [{ path: 'after', message: 'must be `next` of the page before' }] });
}

/** The computed register of a day, with the reason for each entry, a page at a time. */
export async function readRegisterPage(parts: RegisterPhotoParts, person: SignedIn, question: RegisterQuestion) {
  const { database, clock } = parts;
  const day = question.day ?? isoToday(clock);
  const start = startOf(question.after);
  await requireChannel(database, question.channelId ?? null);
  const channels = new Set(question.channelId === undefined ? await openChannelIds(database) : [question.channelId]);
  const record = await readRegister(database, day);
  const isAsked = (pupil: PupilOnRecord): boolean =>
    isOnRoll(pupil, day) && (question.className === undefined || pupil.className === question.className);
  const pupils = record.pupils.filter(isAsked);
  const entries = onChannels(computeRegister({ ...record, pupils }, day), channels);
  const byFace = await whoIsFoundByFace(parts, record, day);
  const page = entries.slice(start, start + question.limit);
  const end = start + page.length;
  return {
    day,
    pupils: pupils.length,
    barred: new Set(entries.map((entry) => entry.pupil.id)).size,
    freshness: await readFreshness(database, clock),
    items: page.map((entry) => ({
      ...describeEntry(entry, person),
      foundBy: byFace.has(entry.pupil.id) ? ('face' as const) : ('line-up' as const),
    })),
    next: end < entries.length ? String(end) : null,
  };
}

function describeEntry({ pupil, reason, channels, biometric }: RegisterEntry, person: SignedIn) {
  return {
    ...shownNames(pupil),
    reason: shownReason(reason, person),
    channels: [...channels],
    biometric,
  };
}
