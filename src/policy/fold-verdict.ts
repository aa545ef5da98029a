import type { Finding, VerdictName } from './words/finding.ts';

/** Any block → block; else any review or unknown → review; else clear. There is no path from unknown to clear. */
export function foldVerdict(findings: readonly Pick<Finding, 'severity'>[]): VerdictName {
  const severities = new Set(findings.map((finding) => finding.severity));
  if (severities.has('block')) return 'block';
  return severities.has('review') || severities.has('unknown') ? 'review' : 'clear';
}
