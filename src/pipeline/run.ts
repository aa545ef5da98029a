import { AppError } from '../lib/app-error.ts';
import type { Journey } from './journey.ts';
import type { StageStep } from './screening-words.ts';
import type { Stage } from './stage.ts';
import { cleanStage } from './stages/clean-stage.ts';
import { decodeStage } from './stages/decode-stage.ts';
import { detectionStage } from './stages/detection-stage.ts';
import { intakeStage } from './stages/intake-stage.ts';
import { matchStage } from './stages/match-stage.ts';
import { metadataStage } from './stages/metadata-stage.ts';

/** A photo's way, in reading order. The verdict follows in the parent process: see verdict.ts. */
export const stages: readonly Stage[] = [
  intakeStage,
  metadataStage,
  decodeStage,
  cleanStage,
  detectionStage('faces', (detectors) => detectors.faces),
  matchStage,
  detectionStage('attire', (detectors) => detectors.attire),
  detectionStage('nudity', (detectors) => detectors.nudity),
  detectionStage('text', (detectors) => detectors.text),
];

const longestDetail = 200;

/** A bug's own words are kept short: they are for whoever reports it, and must not carry a whole file name's length. */
function asAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const words = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : typeof thrown;
  return new AppError('internal', { cause: thrown, detail: words.slice(0, longestDetail) });
}

/** Runs one stage against the clock. Rejects with `timed-out` when it is over, whether or not the stage listens. */
async function runInTime(stage: Stage, journey: Journey, timeoutMs: number): Promise<void> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new AppError('timed-out', { detail: `${stage.name} took more than ${timeoutMs} ms` });
      controller.abort(error);
      reject(error);
    }, timeoutMs);
  });
  await Promise.race([stage.run(journey, controller.signal), late]).finally(() => {
    clearTimeout(timer);
  });
}

async function runStage(stage: Stage, journey: Journey, timeoutMs: number): Promise<StageStep> {
  const beganMs = performance.now();
  try {
    await runInTime(stage, journey, timeoutMs);
  } catch (thrown) {
    const error = asAppError(thrown);
    if (stage.isEssential) journey.stopBy(error);
    if (error.code === 'timed-out') journey.overran = true;
    journey.fail(stage.observes, stage.observer(journey), error);
  }
  const item = journey.evidence[stage.observes];
  return {
    stage: stage.name,
    tookMs: performance.now() - beganMs,
    observed: item === undefined ? {} : { [stage.observes]: item },
  };
}

/**
 * Takes one photo through all stages. Never throws: what fails, or takes longer than `stageTimeoutMs`, is evidence of
 * its own kind. `report` hears of each stage as it ends.
 */
export async function runStages(
  journey: Journey,
  stageTimeoutMs: number,
  report: (step: StageStep) => void,
): Promise<void> {
  for (const stage of stages) report(await runStage(stage, journey, stageTimeoutMs));
}
