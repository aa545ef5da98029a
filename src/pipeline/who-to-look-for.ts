import type { Sealer } from '../files/sealer.ts';
import type { Database } from '../store/database.ts';
import type { DayFacts } from './facts-reader.ts';
import { openGallery } from './open-gallery.ts';
import type { Screening } from './screening.ts';
import type { ScreenRequest } from './screening-words.ts';
import { whoToCompare } from './who-to-compare.ts';

interface LookParts {
  readonly database: Database;
  readonly sealer: Sealer;
  readonly screening: () => Screening;
}

const isMatchingOff = { off: 'face matching is off until the signed DPIA is recorded' } as const;

/** Which gallery a set of screening processes was given last, so that it is sent again only when it changes. */
const shared = new WeakMap<Screening, string>();

/**
 * Whose templates may be compared for a photo today. Gives the screening processes exactly the templates that are
 * allowed at this moment: after a withdrawal or with matching off, they forget the others.
 */
export async function whoToLookFor(
  { database, sealer, screening }: LookParts,
  { facts, record }: DayFacts,
  day: string,
): Promise<ScreenRequest['compare']> {
  const processes = screening();
  const open = await openGallery(database, sealer, record, day, await processes.templateModel());
  const fingerprint = open?.fingerprint ?? 'off';
  if (shared.get(processes) !== fingerprint) {
    processes.useGallery(open?.gallery ?? new Map());
    shared.set(processes, fingerprint);
  }
  return open === null ? isMatchingOff : whoToCompare(facts, open.gallery);
}
