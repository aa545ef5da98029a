import type { Finding } from './words/finding.ts';

/** Who reads: the person who uploaded, a moderator, or the safeguarding lead. */
export type Viewer = 'uploader' | 'moderator' | 'dsl';

/** A finding as it may be shown, without the ids of pupils. */
export type ShownFinding = Pick<Finding, 'code' | 'severity' | 'subject' | 'reason'>;

/** Rules that speak of the file and the picture alone, never of who is in it. */
const openRules = ['file', 'clean', 'faces', 'metadata', 'prominence', 'attire', 'screening'];

const shown = ({ code, severity, subject, reason }: Finding): ShownFinding => ({ code, severity, subject, reason });

function inGeneral(finding: Finding): ShownFinding[] {
  const { severity } = finding;
  if (severity === 'note') return [];
  if (severity === 'block') {
    const reason = 'This photo cannot be used as it is.';
    return [{ code: 'photo/cannot-be-used', severity, subject: 'photo', reason }];
  }
  if (finding.code.startsWith('names-or-images') || finding.code.startsWith('caption')) {
    const reason = 'Something written in or beside this photo may not stand there, perhaps a name.';
    return [{ code: 'photo/words', severity: 'review', subject: 'photo', reason }];
  }
  const reason = 'A moderator must look at this photo first.';
  return [{ code: 'photo/moderator-first', severity: 'review', subject: 'photo', reason }];
}

/** The uploader learns that a photo cannot be used, not why: a reason may tell who is on the register. */
function forUploader(finding: Finding): ShownFinding[] {
  const rule = finding.code.split('/')[0]!;
  const isOpen = openRules.includes(rule) && finding.audience === 'everyone' && finding.pupils === undefined;
  return isOpen ? [shown(finding)] : inGeneral(finding);
}

/** What a viewer may read of some findings, each sentence once, in their order. */
export function findingsForViewer(findings: readonly Finding[], viewer: Viewer): ShownFinding[] {
  if (viewer === 'dsl') return findings.map(shown);
  if (viewer === 'moderator') return findings.filter(({ audience }) => audience === 'everyone').map(shown);
  const isQuarantined = findings.some(({ audience, severity }) => audience === 'dsl' && severity === 'block');
  if (isQuarantined) return inGeneral(findings.find(({ severity }) => severity === 'block')!);
  const seen = new Map(findings.flatMap(forUploader).map((one) => [`${one.code} ${one.subject} ${one.reason}`, one]));
  return [...seen.values()];
}
