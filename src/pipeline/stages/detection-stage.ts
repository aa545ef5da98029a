import type { Detector } from '../../detectors/detector.ts';
import type { DetectorSet } from '../../detectors/registry.ts';
import type { EvidenceName, Needed } from '../../policy/words/evidence.ts';
import type { Journey } from '../journey.ts';
import type { Stage, StageName } from '../stage.ts';

/** What a detector needs of the evidence so far. Throws the error of what failed. */
function gather<Names extends EvidenceName>(journey: Journey, names: readonly Names[]): Needed<Names> {
  return Object.fromEntries(names.map((name) => [name, journey.seen(name)])) as Needed<Names>;
}

/** Lets one detector look at the photo. Throws what the detector throws. */
export async function observeWith<Name extends EvidenceName, Needs extends EvidenceName>(
  journey: Journey,
  detector: Detector<Name, Needs>,
  signal: AbortSignal,
): Promise<void> {
  const { photo } = journey;
  const value = await detector.observe(photo, gather(journey, detector.needs), signal);
  journey.observe(detector.observes, detector, value);
}

/** The stage of a detector that needs nothing but the photo and earlier evidence. */
export function detectionStage<Name extends StageName & EvidenceName, Needs extends EvidenceName>(
  name: Name,
  pick: (detectors: DetectorSet) => Detector<Name, Needs>,
): Stage {
  return {
    name,
    observes: name,
    isEssential: false,
    observer: ({ detectors }) => pick(detectors),
    run: (journey, signal) => observeWith(journey, pick(journey.detectors), signal),
  };
}
