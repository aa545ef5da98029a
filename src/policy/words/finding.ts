export type Severity = 'block' | 'review' | 'unknown' | 'note';
export type VerdictName = 'clear' | 'review' | 'block';

/** What a finding is about. Numbers start at 1 and are the ones drawn on the picture. */
export type Subject = 'photo' | 'file' | `face ${number}` | `text ${number}` | `person ${number}`;

/** Who may read a reason. `dsl` reasons never reach an answer, log or export for another role. */
export type Audience = 'everyone' | 'dsl';

/** One rule's reading of the evidence. */
export interface Finding {
  /** Rule id, a stroke, and what it found: 'match/on-register'. */
  readonly code: string;
  readonly severity: Severity;
  readonly subject: Subject;
  /** One sentence in plain words, for the moderator. */
  readonly reason: string;
  readonly audience: Audience;
  /** Pupils the reason names, for take-downs and for knowing whether a block may be overridden. */
  readonly pupils?: readonly string[];
}

/** How much of the register the matcher could answer for, in numbers and in a sentence. */
export interface Coverage {
  /** Pupils on the register of these channels who may be in the photo. */
  readonly mayBeHere: number;
  /** Of those, how many the matcher compared with every usable face. */
  readonly matched: number;
  /** Pupil ids that need a person: the line-up. */
  readonly lineUp: readonly string[];
  readonly line: string;
}

export interface Verdict {
  readonly verdict: VerdictName;
  readonly findings: readonly Finding[];
  readonly coverage: Coverage;
  readonly policyVersion: string;
}
