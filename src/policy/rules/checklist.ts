import type { Rule } from '../words/rule.ts';
import { findingOf } from '../finding-of.ts';

const said = { yes: 'yes', no: 'no', 'not-sure': 'not sure' } as const;

/** What the uploader was not happy about is for a moderator, whatever the picture shows. */
export const checklistRule: Rule<never> = {
  id: 'checklist',
  asks: 'whether the uploader had doubts',
  needs: [],
  judge: (_, { doubts }) =>
    doubts.map(({ question, answer }) => {
      const reason = `Whoever uploaded it was asked "${question}", and answered "${said[answer]}".`;
      return findingOf({ code: 'checklist/doubt', severity: 'review', reason });
    }),
};
