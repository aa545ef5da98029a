import type { HandlingPolicy } from './words/handling-policy.ts';

/** ISO times and days: what is older than these is due. */
export interface RetentionLimits {
  /** Originals of batches decided before. */
  readonly batchDecidedBefore: string;
  /** Photos that were never released, untouched since before. */
  readonly untouchedSince: string;
  /** Photos of releases made before. */
  readonly releasedBefore: string;
  /** Pupils who left before this day. */
  readonly leftBefore: string;
  /** Pupils whose last day was before this one have no face template any more. */
  readonly atSchoolSince: string;
  /** Uploaded lists of before. */
  readonly importedBefore: string;
  /** Sign-ins, used links, finished jobs and deliveries that ended before: nobody asks for them any more. */
  readonly endedBefore: string;
}

const dayMs = 86_400_000;

/** How long ended sign-ins, links, jobs and deliveries are kept for looking into a fault. */
export const endedDays = 30;

/** From when on things are due, by the school's policy, at this moment. */
export function retentionLimits(handling: HandlingPolicy, now: Date): RetentionLimits {
  const before = (days: number): string => new Date(now.getTime() - days * dayMs).toISOString();
  return {
    batchDecidedBefore: before(handling.originalGraceDays),
    untouchedSince: before(handling.undecidedDays),
    releasedBefore: before(handling.releaseDays),
    leftBefore: before(handling.leaverDays).slice(0, 10),
    atSchoolSince: before(0).slice(0, 10),
    importedBefore: before(handling.importDays),
    endedBefore: before(endedDays),
  };
}
