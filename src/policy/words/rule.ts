import type { AnsweredQuestion } from './handling-policy.ts';
import type { EvidenceName, Needed } from './evidence.ts';
import type { Finding } from './finding.ts';
import type { Channel, Pupil, RegisterEntry } from './people.ts';
import type { SchoolPolicy } from './school-policy.ts';

/** What a rule may know besides evidence. Built from the register, the roll and the channels before judging. */
export interface Facts {
  readonly channels: readonly Channel[];
  /** Pupils who may not appear on at least one of the channels and who may be in the photo (on the roll). */
  readonly register: readonly RegisterEntry[];
  /**
   * Pupils who may not appear on at least one of the channels and are not on the roll: nobody expects them here, but a
   * roll can be wrong, so their full names and faces still count.
   */
  readonly offRoll: readonly RegisterEntry[];
  /** Everybody who may be in the photo; the whole school when no roll was given. */
  readonly roll: readonly Pupil[];
  readonly policy: SchoolPolicy;
  /** The title of its batch: whoever posts the photos may put it above them. Empty for what has left and has its words. */
  readonly title: string;
  /** Caption and alternative text that will travel with the photo. */
  readonly caption: string;
  readonly altText: string;
  /** Questions of the checklist that the uploader did not answer as hoped. */
  readonly doubts: readonly Pick<AnsweredQuestion, 'question' | 'answer'>[];
}

/** Pure, synchronous, total. Runs only when everything it needs was observed; otherwise the judge says `unknown`. */
export interface Rule<Names extends EvidenceName = EvidenceName> {
  readonly id: string;
  /** The question it answers, to follow "Not known:", e.g. 'whether a face is on the register'. */
  readonly asks: string;
  readonly needs: readonly Names[];
  judge(evidence: Needed<Names>, facts: Facts): Finding[];
}
