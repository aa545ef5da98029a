import type { Verdict } from './words/finding.ts';

/** The part of a verdict that a person agreed to. */
export type AgreedVerdict = Pick<Verdict, 'findings' | 'coverage'>;

const keyOf = (finding: Verdict['findings'][number]): string =>
  JSON.stringify([finding.code, finding.severity, finding.subject, [...(finding.pupils ?? [])].sort()]);

/**
 * What today's verdict holds against a photo that the agreed one did not: findings above a note, and pupils whom nobody
 * has looked for. Nothing was agreed to (null): everything above a note. Pure.
 */
export function newConcerns(agreed: AgreedVerdict | null, today: AgreedVerdict): Verdict['findings'] {
  const known = new Set((agreed?.findings ?? []).map(keyOf));
  const lookedFor = new Set(agreed?.coverage.lineUp ?? []);
  const areAllLookedFor = agreed !== null && today.coverage.lineUp.every((pupil) => lookedFor.has(pupil));
  return today.findings.filter((finding) => {
    if (finding.severity === 'note') return false;
    return finding.code === 'line-up/needed' ? !areAllLookedFor : !known.has(keyOf(finding));
  });
}
