import type { Finding } from '../words/finding.ts';
import type { Rule } from '../words/rule.ts';
import { findingOf } from '../finding-of.ts';

/** What the file itself says: several pictures in one and wrong endings. */
export const fileRule: Rule<'file'> = {
  id: 'file',
  asks: 'whether the file is an ordinary still photo',
  needs: ['file'],
  judge: ({ file }) => {
    const findings: Finding[] = [];
    if (file.animated) {
      findings.push(
        findingOf({
          code: 'file/animated',
          severity: 'review',
          subject: 'file',
          reason: 'This file moves or holds several pictures. Only the first was checked, and only that one is used.',
        }),
      );
    }
    if (file.mislabelled) {
      findings.push(
        findingOf({
          code: 'file/mislabelled',
          severity: 'note',
          subject: 'file',
          reason: `The file's name does not say so, but it is ${nounOf(file.kind)} file.`,
        }),
      );
    }
    return findings;
  },
};

function nounOf(kind: string): string {
  const word = kind === 'webp' ? 'WebP' : kind.toUpperCase();
  return `${/^[aeiouAEIOUH]/.test(word) ? 'an' : 'a'} ${word}`;
}
