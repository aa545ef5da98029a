import type { EnrolledPupil, Gallery } from '../detectors/engines/face-engine.ts';
import { toAppError } from '../lib/app-error.ts';
import { ageOn } from '../policy/register/age-on.ts';
import { canHoldTemplate } from '../policy/register/can-hold-template.ts';
import type { PupilId, RegisterEntry } from '../policy/words/people.ts';
import type { Screening } from './screening.ts';

/** Who can be compared, and what kept others from it. Templates are in memory only. */
export interface Enrolment {
  readonly gallery: Gallery;
  /** One sentence for each pupil or photo that could not be used, with the pupil's id. */
  readonly warnings: readonly string[];
}

interface Portrait {
  readonly pupil: PupilId;
  readonly path: string;
  readonly shownAs: string;
}

/** The gate: without a complete biometric permission a pupil's photo is not even opened. */
function portraitsAllowed(
  entries: readonly RegisterEntry[],
  photos: ReadonlyMap<PupilId, readonly string[]>,
  warnings: string[],
): Portrait[] {
  const byPupil = new Map(entries.map((entry) => [entry.pupil.id, entry]));
  return [...byPupil.values()].flatMap(({ pupil: { id }, biometric }) => {
    const paths = photos.get(id) ?? [];
    if (!canHoldTemplate(biometric)) {
      if (paths.length > 0) {
        warnings.push(`Pupil ${id}: no complete biometric permission, so the reference photos were not opened.`);
      }
      return [];
    }
    if (paths.length === 0) warnings.push(`Pupil ${id}: there is no reference photo, so the line-up is needed.`);
    return paths.map((path, index) => ({ pupil: id, path, shownAs: `reference photo ${index + 1}` }));
  });
}

/**
 * Makes templates of the pupils on the register whose biometric permission is complete. A photo that cannot be used is
 * a warning, and a pupil without any usable photo is left to the line-up, never silently. `today` is an ISO day. Throws
 * only `aborted`.
 */
export async function enrolRegister(
  screening: Screening,
  entries: readonly RegisterEntry[],
  photos: ReadonlyMap<PupilId, readonly string[]>,
  today: string,
  signal?: AbortSignal,
): Promise<Enrolment> {
  const warnings: string[] = [];
  const portraits = portraitsAllowed(entries, photos, warnings);
  const outcomes = await Promise.all(
    portraits.map(async ({ path, pupil, shownAs }) => {
      try {
        return { pupil, template: await screening.enrol(path, signal) };
      } catch (thrown) {
        const error = toAppError(thrown);
        if (error.code === 'aborted') throw error;
        return { pupil, warning: `Pupil ${pupil}, ${shownAs}: ${error.explanation}` };
      }
    }),
  );
  const births = new Map(entries.map(({ pupil }) => [pupil.id, pupil.dateOfBirth]));
  const gallery = new Map<PupilId, EnrolledPupil>();
  for (const one of outcomes) {
    if (!('template' in one)) continue;
    const born = births.get(one.pupil);
    const templates = [...(gallery.get(one.pupil)?.templates ?? []), one.template];
    gallery.set(one.pupil, {
      templates,
      ageYears: born === undefined ? null : ageOn(today, born),
      // The command line does not know when the photos of a folder were taken.
      isAged: false,
    });
  }
  warnings.push(...outcomes.flatMap((one) => ('warning' in one ? [one.warning] : [])));
  for (const pupil of new Set(portraits.map((one) => one.pupil))) {
    if (!gallery.has(pupil)) warnings.push(`Pupil ${pupil}: no usable reference photo, so the line-up is needed.`);
  }
  return { gallery, warnings };
}
