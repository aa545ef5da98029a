import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findingOf } from '../../src/policy/finding-of.ts';
import { foldVerdict } from '../../src/policy/fold-verdict.ts';

const finding = fc
  .constantFrom('block' as const, 'review' as const, 'unknown' as const, 'note' as const)
  .map((severity) => findingOf({ code: 'faces/found', severity, reason: 'Because.' }));
const strictness = { clear: 0, review: 1, block: 2 };

it.each([
  [[], 'clear'],
  [['note'], 'clear'],
  [['note', 'unknown'], 'review'],
  [['review'], 'review'],
  [['unknown', 'block', 'note'], 'block'],
] as const)('folds %j to %s', (severities, verdict) => {
  const findings = severities.map((severity) => findingOf({ code: 'faces/found', severity, reason: 'Because.' }));
  expect(foldVerdict(findings)).toBe(verdict);
});

it('never becomes more lenient through more findings, in whatever order', () => {
  fc.assert(
    fc.property(fc.array(finding), fc.array(finding), (some, more) => {
      expect(strictness[foldVerdict([...some, ...more])]).toBeGreaterThanOrEqual(strictness[foldVerdict(some)]);
      expect(foldVerdict([...more, ...some])).toBe(foldVerdict([...some, ...more]));
    }),
  );
});
