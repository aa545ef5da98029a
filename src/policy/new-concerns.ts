import { isAsAgreed } from './register/standings.ts';
import type { Verdict } from './words/finding.ts';
import type { Standing } from './words/standing.ts';

/** The part of a verdict that a person agreed to, and why the pupils it names might not appear. */
export interface AgreedVerdict extends Pick<Verdict, 'findings' | 'coverage'> {
  readonly standings: readonly Standing[];
}

const keyOf = (finding: Verdict['findings'][number]): string =>
  JSON.stringify([finding.code, finding.severity, finding.subject, [...(finding.pupils ?? [])].sort()]);

/**
 * What today's verdict holds against a photo that the agreed one did not: findings above a note, the same ones when more
 * is recorded against a pupil they name, and pupils whom nobody has looked for. Nothing was agreed to (null): everything
 * above a note. Pure.
 */
export function newConcerns(agreed: AgreedVerdict | null, today: AgreedVerdict): Verdict['findings'] {
  const known = new Set((agreed?.findings ?? []).map(keyOf));
  const lookedFor = new Set(agreed?.coverage.lineUp ?? []);
  const areAllLookedFor = agreed !== null && today.coverage.lineUp.every((pupil) => lookedFor.has(pupil));
  const areAsAgreed = (pupils: readonly string[]): boolean =>
    pupils.every((pupil) => isAsAgreed(pupil, agreed?.standings ?? [], today.standings));
  return today.findings.filter((finding) => {
    if (finding.severity === 'note') return false;
    if (finding.code === 'line-up/needed') return !areAllLookedFor;
    return !known.has(keyOf(finding)) || !areAsAgreed(finding.pupils ?? []);
  });
}
