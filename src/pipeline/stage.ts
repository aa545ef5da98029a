import type { EvidenceName } from '../policy/words/evidence.ts';
import type { Journey, Observer } from './journey.ts';

/** In reading order; the verdict comes after them, in the parent process. */
export const stageNames = [
  'intake',
  'metadata',
  'decode',
  'clean',
  'faces',
  'match',
  'attire',
  'nudity',
  'text',
] as const;

export type StageName = (typeof stageNames)[number];

/** One step of a photo's way. May throw; the runner turns that, or a time-out, into `failed` evidence. */
export interface Stage {
  readonly name: StageName;
  /** What it answers for, and what becomes `failed` when it throws. */
  readonly observes: EvidenceName;
  /** Whether later stages cannot do without it. */
  readonly isEssential: boolean;
  observer(journey: Journey): Observer;
  run(journey: Journey, signal: AbortSignal): Promise<void>;
}
