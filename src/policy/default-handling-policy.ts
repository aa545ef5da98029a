import type { HandlingPolicy } from './words/handling-policy.ts';
import { usualReferenceAges } from './words/stored-handling-policy.ts';

/** What holds until a school chooses otherwise. */
export const defaultHandlingPolicy: HandlingPolicy = {
  pupilListMaxAgeDays: 14,
  originalGraceDays: 7,
  undecidedDays: 30,
  releaseDays: 730,
  leaverDays: 365,
  importDays: 30,
  takedownDueDays: 2,
  consentWarningDays: 30,
  ...usualReferenceAges,
  uploadQuestions: [
    { id: 'embarrassing', question: 'Would anyone here be embarrassed by any of these photos?', expected: 'no' },
    { id: 'everyone-knew', question: 'Did everyone know that they were photographed?', expected: 'yes' },
    { id: 'own-copyright', question: 'Does the school hold the copyright of every photo?', expected: 'yes' },
  ],
};
