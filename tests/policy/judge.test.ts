import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/policy/judge.ts';
import { rules } from '../../src/policy/rules/index.ts';
import type { Evidence, EvidenceName } from '../../src/policy/words/evidence.ts';
import type { Rule } from '../../src/policy/words/rule.ts';
import { anyEvidence, anyFacts } from './arbitrary-evidence.ts';
import { evidenceNames, evidenceOf, factsOf, failed, landscape, observed, off } from './evidence-of.ts';

const missing = fc.constantFrom(failed, off);
const anyName = fc.constantFrom(...evidenceNames);
const replace = (evidence: Evidence, name: EvidenceName, item: unknown): Evidence => ({ ...evidence, [name]: item });

/** Each run judges a photo several times by every rule. */
const runs = { numRuns: 60 };

describe('the judge', () => {
  it('finds nothing wrong with an empty landscape', () => {
    const verdict = judge(evidenceOf(), factsOf());
    expect(verdict).toMatchObject({ verdict: 'clear', policyVersion: 'default-1' });
    expect(verdict.findings.map((finding) => finding.code)).toEqual(['faces/none']);
  });

  it('is never clear with anything unknown among the findings', () => {
    fc.assert(
      fc.property(anyEvidence, anyFacts, fc.subarray(evidenceNames), missing, (evidence, facts, names, item) => {
        const holed = names.reduce((all, name) => replace(all, name, item), evidence);
        const { verdict, findings } = judge(holed, facts);
        const isUnknown = findings.some((finding) => finding.severity === 'unknown');
        expect(isUnknown || names.length === 0).toBe(true);
        if (isUnknown) expect(verdict).not.toBe('clear');
      }),
      runs,
    );
  });

  it('moves no photo towards clear when evidence is lost, and keeps every block that rests on the rest', () => {
    fc.assert(
      fc.property(anyEvidence, anyFacts, anyName, missing, (evidence, facts, name, item) => {
        const before = judge(evidence, facts);
        const after = judge(replace(evidence, name, item), facts);
        expect(after.verdict).not.toBe('clear');
        const independent = rules.filter((rule) => !rule.needs.includes(name)).map((rule) => rule.id);
        const kept = before.findings.filter(({ code }) => independent.includes(code.split('/')[0]!));
        expect(after.findings).toEqual(expect.arrayContaining(kept));
      }),
      runs,
    );
  });

  it.each(evidenceNames)('needs %s: without it a harmless photo goes to review, with the reason in words', (name) => {
    for (const [item, words] of [
      [failed, 'failed: The check took too long and was stopped.'],
      [off, 'is off: the administrator turned it off.'],
      [undefined, 'is off: nothing was recorded.'],
    ] as const) {
      const { verdict, findings } = judge(replace(evidenceOf(), name, item), factsOf());
      const unknown = findings.filter((finding) => finding.severity === 'unknown');
      expect(verdict).toBe('review');
      expect(unknown.length).toBeGreaterThan(0);
      for (const { reason } of unknown) expect(reason).toContain(words);
    }
  });

  it('treats a value that is damaged, as by a NaN that storage made null, as missing', () => {
    const broken: Partial<Record<EvidenceName, unknown>> = {
      nudity: { score: null },
      attire: { swimwear: Number.NaN, water: 0, people: [] },
      match: { compared: [], faces: [{ incomparable: null, candidates: [{ pupil: 'p1' }] }] },
      faces: [{ ...landscape, score: 'high' }],
      clean: { sha256: '', bytes: 0, width: 1, height: 1, format: 'jpeg' },
      text: null,
      file: {},
      metadata: [],
    };
    for (const name of evidenceNames) {
      const { verdict, findings } = judge(replace(evidenceOf(), name, observed(broken[name])), factsOf());
      expect(verdict, name).toBe('review');
      expect(findings[0]!.reason).toContain('its record is damaged');
    }
  });

  it('does not depend on the order of the rules', () => {
    fc.assert(
      fc.property(
        anyEvidence,
        anyFacts,
        fc.shuffledSubarray([...rules], { minLength: rules.length }),
        (evidence, facts, shuffled) => {
          expect(judge(evidence, facts, shuffled)).toEqual(judge(evidence, facts));
        },
      ),
      runs,
    );
  });

  it('changes nothing it is given, and answers the same twice', () => {
    fc.assert(
      fc.property(anyEvidence, anyFacts, (evidence, facts) => {
        const [copy, factsCopy] = [structuredClone(evidence), structuredClone(facts)];
        expect(judge(evidence, facts)).toEqual(judge(copy, factsCopy));
        expect([evidence, facts]).toEqual([copy, factsCopy]);
      }),
      runs,
    );
  });

  it('turns a rule that throws into unknown', () => {
    const broken: Rule<'file'> = {
      id: 'broken',
      asks: 'whether rules can fail',
      needs: ['file'],
      judge: () => {
        throw new Error('a bug');
      },
    };
    const { verdict, findings } = judge(evidenceOf(), factsOf(), [broken]);
    expect(verdict).toBe('review');
    expect(findings).toMatchObject([{ code: 'broken/unknown', severity: 'unknown', audience: 'everyone' }]);
    expect(findings[0]!.reason).not.toContain('a bug');
  });
});
