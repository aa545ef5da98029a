import { expect, it } from 'vitest';
import { describeMarks } from '../../../src/features/moderation/describe-marks.ts';
import { sayMatch } from '../../../src/policy/say-match.ts';
import { entryOf, evidenceOf, factsOf, faceAt, pupilOf } from '../../policy/evidence-of.ts';

it.each(['alone', 'register'] as const)('gives the errors of the scale that the matcher used: %s', (scale) => {
  const facts = factsOf({ register: [entryOf(pupilOf('kim', 'Kim', 'Marsh'))] });
  const face = { incomparable: null, candidates: [{ pupil: 'kim', score: 0.9 }], scale };
  // Ten counted as compared; with those whose photos are aged there may have been more.
  const compared = Array.from({ length: 10 }, (_, at) => `p${at}`);
  const evidence = evidenceOf({ faces: [faceAt(100)], match: { compared, faces: [face] } });
  const { meaning } = sayMatch(0.9, facts.policy.match, { ageYears: null, scale });
  expect(meaning).toContain('in 1,000');
  const { faces } = describeMarks(evidence, facts, '2026-03-02');
  expect(faces[0]?.candidates).toMatchObject([{ pupilId: 'kim', word: 'likely', meaning }]);
});
