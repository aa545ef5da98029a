import type { Evidence, EvidenceItem, EvidenceName, EvidenceValues, Needed } from './words/evidence.ts';
import type { Finding, Verdict } from './words/finding.ts';
import type { Facts, Rule } from './words/rule.ts';
import { describeCoverage } from './describe-coverage.ts';
import { evidenceSchemas } from './evidence-schemas.ts';
import { foldVerdict } from './fold-verdict.ts';
import { rules as allRules } from './rules/index.ts';
import { sayWhyMissing, unknownFinding } from './unknown-finding.ts';

type Observed = Partial<EvidenceValues>;

/** Puts a sound observed value into `into`; otherwise returns why it is missing. Stored evidence may lack an item. */
function takeOne<Name extends EvidenceName>(
  name: Name,
  item: EvidenceItem<EvidenceValues[Name]> | undefined,
  into: Observed,
): string | null {
  if (item === undefined) return sayWhyMissing(name, { status: 'off', why: 'nothing was recorded' });
  if (item.status !== 'observed') return sayWhyMissing(name, item);
  if (!evidenceSchemas[name].safeParse(item.value).success) {
    return sayWhyMissing(name, { status: 'off', why: 'its record is damaged' });
  }
  into[name] = item.value;
  return null;
}

const holdsAll = <Names extends EvidenceName>(observed: Observed, names: readonly Names[]): observed is Needed<Names> =>
  names.every((name) => observed[name] !== undefined);

function runRule<Names extends EvidenceName>(
  rule: Rule<Names>,
  observed: Observed,
  missing: ReadonlyMap<EvidenceName, string>,
  facts: Facts,
): Finding[] {
  if (!holdsAll(observed, rule.needs)) {
    const because = rule.needs.flatMap((name) => missing.get(name) ?? []).join(' ');
    return [unknownFinding(rule, because)];
  }
  try {
    return rule.judge(observed, facts);
  } catch {
    return [unknownFinding(rule, 'This check of the rules stopped with an error.')];
  }
}

const gravest = { block: 0, review: 1, unknown: 2, note: 3 } as const;

/** The gravest first, then by code and subject, so that the order of the rules never shows. */
function compareFindings(a: Finding, b: Finding): number {
  const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
  return (
    gravest[a.severity] - gravest[b.severity] ||
    byText(a.code, b.code) ||
    a.subject.localeCompare(b.subject, 'en', { numeric: true }) ||
    byText(a.reason, b.reason)
  );
}

/**
 * The verdict on one photo: every rule's reading of the evidence, folded. Pure and total. A rule whose evidence was not
 * observed, is damaged, or that throws, yields one `unknown` finding, and so a review.
 */
export function judge(evidence: Evidence, facts: Facts, rules: readonly Rule[] = allRules): Verdict {
  const observed: Observed = {};
  const missing = new Map<EvidenceName, string>();
  for (const name of new Set<EvidenceName>(['faces', 'match', ...rules.flatMap((rule) => rule.needs)])) {
    const why = takeOne(name, evidence[name], observed);
    if (why !== null) missing.set(name, why);
  }
  const findings = rules.flatMap((rule) => runRule(rule, observed, missing, facts)).sort(compareFindings);
  return {
    verdict: foldVerdict(findings),
    findings,
    coverage: describeCoverage(observed.faces, observed.match ?? missing.get('match'), facts),
    policyVersion: facts.policy.version,
  };
}
