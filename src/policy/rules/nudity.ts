import type { Rule } from '../words/rule.ts';
import { findingOf } from '../finding-of.ts';

/**
 * Nudity: the reason is for the safeguarding lead alone. Everyone else reads only that the photo cannot be used, under
 * a code that does not give the reason away.
 */
export const nudityRule: Rule<'nudity'> = {
  id: 'photo',
  asks: 'whether the photo can be used',
  needs: ['nudity'],
  judge: ({ nudity }, facts) => {
    if (nudity.score < facts.policy.attire.nudity) return [];
    return [
      {
        code: 'photo/nudity',
        severity: 'block',
        subject: 'photo',
        reason: 'This photo may show nudity. Do not open, copy or send it; follow the safeguarding procedure.',
        audience: 'dsl',
      },
      findingOf({ code: 'photo/cannot-be-used', severity: 'block', reason: 'This photo cannot be used.' }),
    ];
  },
};
