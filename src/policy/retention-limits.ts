import { isoDayFromToday, isoFromNow, isoToday, type Clock } from '../lib/clock.ts';
import { bornOfAge } from './register/of-age-on.ts';
import type { HandlingPolicy } from './words/handling-policy.ts';

/** ISO times and days: what is older than these is due. */
export interface RetentionLimits {
  /** Originals of batches decided before. */
  readonly batchDecidedBefore: string;
  /** Photos that were never released, untouched since before. */
  readonly untouchedSince: string;
  /** Photos of releases made before, and what pictures are known by that were rejected before. */
  readonly releasedBefore: string;
  /** Pupils who left before this day. */
  readonly leftBefore: string;
  /** Of them, those whose record was last changed before: a last day that was typed wrongly can be put right meanwhile. */
  readonly leaversUnchangedSince: string;
  /** Pupils whose last day was before this one have no face template any more. */
  readonly atSchoolSince: string;
  /** Nor have those who were born on this day or before: they are adults, for whom no parent consents. */
  readonly adultsBornUntil: string;
  /** Uploaded lists of before. */
  readonly importedBefore: string;
  /** Sign-ins, used links, finished jobs and deliveries that ended before: nobody asks for them any more. */
  readonly endedBefore: string;
}

const dayMs = 86_400_000;

/** How long ended sign-ins, links, jobs and deliveries are kept for looking into a fault. */
export const endedDays = 30;

/** How long a leaver's record stays at least after its last change, unless the school keeps leavers for less. */
export const leaverGraceDays = 30;

/** From when on things are due, by the school's policy, at this moment. */
export function retentionLimits(handling: HandlingPolicy, clock: Clock): RetentionLimits {
  const before = (days: number): string => isoFromNow(clock, -days * dayMs);
  return {
    batchDecidedBefore: before(handling.originalGraceDays),
    untouchedSince: before(handling.undecidedDays),
    releasedBefore: before(handling.releaseDays),
    leftBefore: isoDayFromToday(clock, -handling.leaverDays),
    leaversUnchangedSince: before(Math.min(handling.leaverDays, leaverGraceDays)),
    atSchoolSince: isoToday(clock),
    adultsBornUntil: bornOfAge(isoToday(clock)),
    importedBefore: before(handling.importDays),
    endedBefore: before(endedDays),
  };
}
