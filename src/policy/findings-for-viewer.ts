import type { Finding } from './words/finding.ts';

/** Who reads: the person who uploaded, a moderator, or the safeguarding lead. */
export type Viewer = 'uploader' | 'moderator' | 'dsl';

/** A finding as it may be shown, without the ids of pupils. */
export type ShownFinding = Pick<Finding, 'code' | 'severity' | 'subject' | 'reason'>;

/** Rules that speak of the file and the picture alone, never of who is in it. */
const openRules = ['file', 'clean', 'faces', 'metadata', 'prominence', 'attire', 'screening'];

/** Of those rules, yet about the register: why a face that a moderator drew was compared with nobody. */
const closedCodes = ['faces/drawn'];

/** Rules that read names: what they say must not depend on whether a name is one of somebody who may not appear. */
const wordRules = ['caption', 'title', 'file-name', 'names-or-images', 'text'];

/** All that an uploader is told of findings that may speak of who is on the register, in this order. */
const inGeneral = {
  blocked: {
    ...{ code: 'photo/cannot-be-used', severity: 'block', subject: 'photo' },
    reason: 'This photo cannot be used as it is.',
  },
  words: {
    ...{ code: 'photo/words', severity: 'review', subject: 'photo' },
    reason:
      'Something written in or beside this photo, or in the title of its batch, may not stand there, perhaps a name.',
  },
  moderator: {
    ...{ code: 'photo/moderator-first', severity: 'review', subject: 'photo' },
    reason: 'A moderator must look at this photo first.',
  },
} as const satisfies Record<string, ShownFinding>;

const shown = ({ code, severity, subject, reason }: Finding): ShownFinding => ({ code, severity, subject, reason });

const ruleOf = ({ code }: Finding): string => code.split('/')[0]!;

function isOpen(finding: Finding): boolean {
  const isOfOpenRule = openRules.includes(ruleOf(finding)) && !closedCodes.includes(finding.code);
  return isOfOpenRule && finding.audience === 'everyone' && finding.pupils === undefined;
}

function kindOf(finding: Finding): keyof typeof inGeneral {
  if (finding.severity !== 'unknown' && wordRules.includes(ruleOf(finding))) return 'words';
  return finding.severity === 'block' ? 'blocked' : 'moderator';
}

/**
 * The uploader learns that a photo cannot be used, not why: a reason may tell who is on the register. Neither the number
 * nor the order of what is said may tell it, nor whether a name blocks or asks for a person.
 */
function forUploader(findings: readonly Finding[]): ShownFinding[] {
  const isQuarantined = findings.some(({ audience, severity }) => audience === 'dsl' && severity === 'block');
  if (isQuarantined) return [inGeneral.blocked];
  const closed = new Set(findings.filter((one) => !isOpen(one) && one.severity !== 'note').map(kindOf));
  const general = Object.entries(inGeneral).filter(([kind]) => closed.has(kind as keyof typeof inGeneral));
  return [...general.map(([, finding]) => finding), ...findings.filter(isOpen).map(shown)];
}

/** What a viewer may read of some findings. */
export function findingsForViewer(findings: readonly Finding[], viewer: Viewer): ShownFinding[] {
  if (viewer === 'dsl') return findings.map(shown);
  if (viewer === 'moderator') return findings.filter(({ audience }) => audience === 'everyone').map(shown);
  return forUploader(findings);
}
