import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/policy/judge.ts';
import { rules } from '../../../src/policy/rules/index.ts';
import type { Evidence } from '../../../src/policy/words/evidence.ts';
import { anyEvidence, anyFacts } from '../arbitrary-evidence.ts';
import { evidenceNames, evidenceOf, factsOf, failed } from '../evidence-of.ts';

const severities = ['block', 'review', 'unknown', 'note'];

it('gives every rule its own id, and leaves no evidence unread', () => {
  expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
  expect([...new Set(rules.flatMap((rule) => rule.needs))].sort()).toEqual([...evidenceNames].sort());
});

describe.each(rules)('rule $id', (rule) => {
  it('answers any sound evidence with well-formed findings', () => {
    fc.assert(
      fc.property(anyEvidence, anyFacts, (evidence, facts) => {
        for (const finding of judge(evidence, facts, [rule]).findings) {
          expect(finding.code).toMatch(new RegExp(`^${rule.id}/[a-z-]+$`));
          expect(severities).toContain(finding.severity);
          expect(finding.subject).toMatch(/^(photo|file|(face|text|person) [1-9]\d*)$/);
          expect(finding.reason).toMatch(/^[\p{Lu}\d].{10,300}\.$/u);
          expect(finding.reason).not.toMatch(/undefined|null|NaN|\[object|  /);
          expect(finding.reason).not.toMatch(/restricted|refused|withdrawn|expired|no-record/);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('says unknown once, and nothing else, when what it needs is missing', () => {
    for (const name of rule.needs) {
      const evidence: Evidence = { ...evidenceOf(), [name]: failed };
      const { findings, verdict } = judge(evidence, factsOf(), [rule]);
      expect(findings).toHaveLength(1);
      expect(findings[0]).toMatchObject({ code: `${rule.id}/unknown`, severity: 'unknown', audience: 'everyone' });
      expect(findings[0]!.reason).toContain(rule.asks);
      expect(verdict).toBe('review');
    }
  });

  it('is as strict or stricter with one more pupil on the register', () => {
    const strictness = { clear: 0, review: 1, block: 2 };
    fc.assert(
      fc.property(anyEvidence, anyFacts, (evidence, facts) => {
        const before = judge(evidence, facts, [rule]).verdict;
        const everybody = facts.roll.map((pupil) => ({
          pupil,
          reason: 'restricted' as const,
          channels: ['website'],
          biometric: 'granted' as const,
        }));
        const after = judge(evidence, { ...facts, register: everybody }, [rule]).verdict;
        // A name that was "beside faces" becomes the other rule's, which blocks it.
        if (rule.id !== 'names-or-images') expect(strictness[after]).toBeGreaterThanOrEqual(strictness[before]);
      }),
      { numRuns: 40 },
    );
  });
});
