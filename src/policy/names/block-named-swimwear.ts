import type { AttireEvidence } from '../words/evidence.ts';
import type { FindingCode } from '../words/finding-code.ts';
import type { Finding } from '../words/finding.ts';
import type { Facts } from '../words/rule.ts';
import { findingOf } from '../finding-of.ts';
import { mayBeSwimwear } from '../matching/sees-swimwear.ts';
import { sayNames } from '../say-names.ts';
import type { NamedPupils } from './named-pupils.ts';

/** Swimwear and a name that is surely read → block; a name in doubt leaves the review that swimwear gets anyway. */
export function blockNamedSwimwear(
  code: FindingCode,
  attire: AttireEvidence,
  names: readonly NamedPupils[],
  facts: Facts,
): Finding[] {
  const sure = names.filter((name) => name.confidence !== 'possible');
  if (sure.length === 0 || !mayBeSwimwear(attire, facts)) return [];
  const pupils = [...new Set(sure.flatMap((name) => [...name.barred, ...name.others]))];
  const reason = `There may be swimwear here, and the name of ${sayNames(pupils)} goes with it. Take the name away.`;
  return [findingOf({ code, severity: 'block', reason, pupils: pupils.map((pupil) => pupil.id) })];
}
