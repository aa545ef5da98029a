import { expect, it } from 'vitest';
import { judge } from '../../../src/policy/judge.ts';
import { facesRule } from '../../../src/policy/rules/faces.ts';
import { evidenceOf, faceAt, factsOf } from '../evidence-of.ts';

const [sure, doubtful] = [0.5, 0.4999];

it.each<[number[], string]>([
  [[], 'No face was found.'],
  [[sure], '1 face was found.'],
  [[sure, sure], '2 faces were found.'],
  [[doubtful], '1 place that may be a face was found.'],
  [[doubtful, doubtful], '2 places that may be faces were found.'],
  [[sure, doubtful], '1 face and 1 place that may be a face were found.'],
])('counts faces that are as sure as %j', (scores, reason) => {
  const faces = scores.map((score, at) => faceAt(at * 200, { score }));
  const match = { compared: [], faces: faces.map(() => ({ incomparable: null, candidates: [] })) };
  const { findings, verdict } = judge(evidenceOf({ faces, match }), factsOf(), [facesRule]);
  expect([findings.map((finding) => finding.reason), verdict]).toEqual([[reason], 'clear']);
});
