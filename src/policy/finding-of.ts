import type { FindingCode } from './words/finding-code.ts';
import type { Finding, Severity, Subject } from './words/finding.ts';
import type { PupilId } from './words/people.ts';

interface FindingDraft {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly reason: string;
  /** The whole photo unless said. */
  readonly subject?: Subject;
  readonly pupils?: readonly PupilId[];
}

/** A finding that everyone may read. */
export function findingOf({ code, severity, reason, subject = 'photo', pupils }: FindingDraft): Finding {
  const finding = { code, severity, subject, reason, audience: 'everyone' } as const;
  return pupils === undefined || pupils.length === 0 ? finding : { ...finding, pupils };
}
