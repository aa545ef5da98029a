import { whoMayNotAppear } from './matching/who-may-not-appear.ts';
import type { PhotoFacts } from './lifecycle.ts';
import type { Verdict } from './words/finding.ts';
import type { Facts } from './words/rule.ts';

/** Whether only the safeguarding lead may handle this photo. */
export function isForSafeguardingLead(verdict: Pick<Verdict, 'findings'>): boolean {
  return verdict.findings.some((finding) => finding.audience === 'dsl' && finding.severity === 'block');
}

/** Why a photo is blocked, the gravest reason; null when it is not. Decides who may do what about it. */
export function blockKindOf(verdict: Pick<Verdict, 'verdict' | 'findings'>, facts: Facts): PhotoFacts['block'] {
  if (verdict.verdict !== 'block') return null;
  if (isForSafeguardingLead(verdict)) return 'quarantine';
  const register = whoMayNotAppear(facts);
  const named = verdict.findings.flatMap((finding) => (finding.severity === 'block' ? (finding.pupils ?? []) : []));
  return named.some((pupil) => register.get(pupil)?.reason === 'restricted') ? 'restricted' : 'ordinary';
}
