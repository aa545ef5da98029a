import type { Sealer } from '../files/sealer.ts';
import type { Database } from '../store/database.ts';
import type { DayFacts } from './facts-reader.ts';
import { openGallery, type OpenGallery } from './open-gallery.ts';
import { readRegister, type RegisterRecord } from './read-register.ts';
import type { Screening } from './screening.ts';
import type { ScreenRequest } from './screening-words.ts';
import { whoToCompare } from './who-to-compare.ts';

interface LookParts {
  readonly database: Database;
  readonly sealer: Sealer;
  readonly screening: () => Screening;
}

const isMatchingOff = { off: 'face matching is off until the signed DPIA is recorded' } as const;

/** Which processes last looked for pupils of a school. */
const lookedWith = new WeakMap<Database, Screening>();

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
  lookedWith.set(database, processes);
  const open = await shareGallery({ database, sealer }, processes, record, day);
  return open === null ? isMatchingOff : whoToCompare(facts, open.gallery);
}

async function shareGallery(
  { database, sealer }: Pick<LookParts, 'database' | 'sealer'>,
  processes: Screening,
  record: RegisterRecord,
  day: string,
): Promise<OpenGallery | null> {
  const open = await openGallery(database, sealer, record, day, await processes.templateModel());
  const fingerprint = open?.fingerprint ?? 'off';
  if (shared.get(processes) !== fingerprint) {
    processes.useGallery(open?.gallery ?? new Map());
    shared.set(processes, fingerprint);
  }
  return open;
}

/**
 * Have the screening processes forget templates that may no longer be used, without waiting for the next photo. Nothing
 * is done, and no process is started, when they were never given any.
 */
export async function forgetTemplates(parts: Pick<LookParts, 'database' | 'sealer'>, day: string): Promise<void> {
  const processes = lookedWith.get(parts.database);
  if (processes === undefined) return;
  try {
    await shareGallery(parts, processes, await readRegister(parts.database, day), day);
  } catch {
    // Whatever keeps it from being known who may still be compared: then nobody is, until the next photo asks.
    processes.useGallery(new Map());
    shared.delete(processes);
  }
}
