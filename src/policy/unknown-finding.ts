import type { EvidenceItem, EvidenceName, EvidenceValues } from './words/evidence.ts';
import type { Finding } from './words/finding.ts';
import { capitalised } from './sentence.ts';

const checks: Readonly<Record<EvidenceName, string>> = {
  file: 'reading the file',
  metadata: 'reading the metadata',
  clean: 'making a clean copy',
  faces: 'finding faces',
  match: 'comparing faces with the register',
  attire: 'looking for swimwear',
  nudity: 'looking for nudity',
  text: 'reading text in the picture',
};

/** Why one item of evidence cannot be used, as a sentence: what failed, or why it is off. */
export function sayWhyMissing(name: EvidenceName, item: EvidenceItem<EvidenceValues[EvidenceName]>): string {
  const check = capitalised(checks[name]);
  const why =
    item.status === 'failed' ? `failed: ${item.error.message}` : item.status === 'off' ? `is off: ${item.why}` : '';
  return `${check} ${why.trim()}`.replace(/[.\s]*$/, '.');
}

/** The finding of a rule that could not give an answer. `question` is what the rule would have answered. */
export function unknownFinding(rule: { readonly id: string; readonly asks: string }, because: string): Finding {
  return {
    code: `${rule.id}/unknown`,
    severity: 'unknown',
    subject: 'photo',
    reason: `Not known: ${rule.asks}. ${because}`,
    audience: 'everyone',
  };
}
