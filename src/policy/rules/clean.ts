import type { Rule } from '../words/rule.ts';

/** Nothing to say about a clean copy that was made and checked; without one the judge says unknown. */
export const cleanRule: Rule<'clean'> = {
  id: 'clean',
  asks: 'whether a clean copy can be released',
  needs: ['clean'],
  judge: () => [],
};
