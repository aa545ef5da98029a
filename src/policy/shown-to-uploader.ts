import { findingsForViewer, type ShownFinding } from './findings-for-viewer.ts';
import { foldVerdict } from './fold-verdict.ts';
import type { Finding, VerdictName } from './words/finding.ts';

/** What an uploader reads of a photo's findings, and the verdict that follows from that alone. */
export function shownToUploader(findings: readonly Finding[]): {
  readonly verdict: VerdictName;
  readonly findings: readonly ShownFinding[];
} {
  const shown = findingsForViewer(findings, 'uploader');
  return { verdict: foldVerdict(shown), findings: shown };
}
