import { judge } from '../policy/judge.ts';
import type { EvidenceItem, EvidenceName, EvidenceValues } from '../policy/words/evidence.ts';
import type { Finding, Verdict } from '../policy/words/finding.ts';
import type { Facts } from '../policy/words/rule.ts';
import { stageNames } from './stage.ts';
import type { Screened } from './screening-words.ts';

type Failure = Extract<EvidenceItem<EvidenceValues[EvidenceName]>, { status: 'failed' }>['error'];

/** The last stage: what the rules make of the evidence, with notes about the run added. Notes never move a verdict. */
export function verdictOn({ evidence }: Screened, facts: Facts, notes: readonly Finding[]): Verdict {
  const verdict = judge(evidence, facts);
  return { ...verdict, findings: [...verdict.findings, ...notes.filter((note) => note.severity === 'note')] };
}

const readingOrder: readonly EvidenceName[] = ['file', 'metadata', 'clean', ...stageNames.slice(4)] as EvidenceName[];

/** The first check of a photo that failed, in the order in which they run; null when all gave an answer. */
export function firstFailure({ evidence }: Screened): Failure | null {
  for (const name of readingOrder) {
    const item = evidence[name];
    if (item.status === 'failed') return item.error;
  }
  return null;
}
