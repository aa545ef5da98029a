import type { AppError } from '../lib/app-error.ts';
import type { Evidence, EvidenceName } from '../policy/words/evidence.ts';
import type { Screened, StageStep } from './screening-words.ts';

const everything = {
  file: 0,
  metadata: 0,
  clean: 0,
  faces: 0,
  match: 0,
  attire: 0,
  nudity: 0,
  text: 0,
} satisfies Record<EvidenceName, 0>;

/**
 * The evidence of a photo whose screening was cut short: what the finished stages saw stands, everything else failed
 * with the same error. So a match found before a crash still blocks.
 */
export function completeEvidence(steps: readonly StageStep[], error: AppError): Screened {
  const item = {
    status: 'failed',
    detector: 'screening',
    version: '1',
    error: { code: error.code, message: error.explanation },
  } as const;
  const failed = Object.fromEntries(Object.keys(everything).map((name) => [name, item])) as unknown as Evidence;
  return {
    evidence: Object.assign(failed, ...steps.map((step) => step.observed)) as Evidence,
    timings: Object.fromEntries(steps.map((step) => [step.stage, step.tookMs])),
  };
}
