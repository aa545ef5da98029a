import type { Finding } from './words/finding.ts';
import { listOf } from './sentence.ts';

/** What `unknownFinding` writes: the question, and why it has no answer. */
const shape = /^Not known: ([^.]+)\. (.+)$/s;

/**
 * For reading by people: questions left open for one and the same reason become one finding, in the place of the first.
 * Everything else stays as it is. Records and JSON keep every finding.
 */
export function mergeUnknown(findings: readonly Finding[]): Finding[] {
  const questions = new Map<string, string[]>();
  const merged = new Map<string, Finding>();
  findings.forEach((finding, index) => {
    const [, asks, because] = (finding.severity === 'unknown' ? shape.exec(finding.reason) : null) ?? [];
    if (asks === undefined || because === undefined) {
      merged.set(String(index), finding);
      return;
    }
    const all = [...(questions.get(because) ?? []), asks];
    questions.set(because, all);
    const key = `because ${because}`;
    merged.set(key, { ...(merged.get(key) ?? finding), reason: `Not known: ${listOf(all, 'and')}. ${because}` });
  });
  return [...merged.values()];
}
