import type { Random } from '../../eval/text/random.ts';
import type { Program } from '../service/serve.ts';

/** What every drill works with. */
export interface Lab {
  readonly program: Program;
  /** An empty folder of the drill's own. */
  readonly folder: string;
  readonly random: Random;
}

/** One operation that is cut off with `kill -9` again and again, and looked at each time. */
export interface Drill {
  /** Begin the operation once. Resolves when it is under way; `ended` settles when it is done, or was cut off. */
  readonly begin: (round: number) => Promise<{ readonly ended: Promise<unknown> }>;
  /** `kill -9` the process that does it; resolves when it is gone. */
  readonly kill: () => Promise<void>;
  /** Start again, let the operation come to its end, and say what is wrong then. */
  readonly resume: (round: number) => Promise<readonly string[]>;
  /** A last look at everything, after which nothing runs any more. */
  readonly end: () => Promise<readonly string[]>;
}

/** Makes what a drill needs: a school, photos, people. */
export type PrepareDrill = (lab: Lab) => Promise<Drill>;

/** What came of one drill. */
export interface Outcome {
  readonly name: string;
  /** Kills in the middle of the operation. */
  readonly cuts: number;
  /** Kills that came after it had ended; checked all the same. */
  readonly late: number;
  /** How long the operation takes when nobody cuts it, in milliseconds of this run. */
  readonly spanMs: number;
  readonly faults: readonly string[];
}
