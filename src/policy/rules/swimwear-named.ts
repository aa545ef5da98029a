import type { Facts, Rule } from '../words/rule.ts';
import type { AttireEvidence } from '../words/evidence.ts';
import type { Finding } from '../words/finding.ts';
import { findingOf } from '../finding-of.ts';
import { mayBeSwimwear } from '../matching/sees-swimwear.ts';
import { namedPupils, type NamedPupils } from '../names/named-pupils.ts';
import { readRegions } from '../names/read-regions.ts';
import { sayNames } from '../say-names.ts';
import { wordsBeside } from './caption.ts';

function blockNames(code: string, attire: AttireEvidence, names: readonly NamedPupils[], facts: Facts): Finding[] {
  const sure = names.filter((name) => name.confidence !== 'possible');
  if (sure.length === 0 || !mayBeSwimwear(attire, facts)) return [];
  const pupils = [...new Set(sure.flatMap((name) => [...name.barred, ...name.others]))];
  const reason = `There may be swimwear here, and the name of ${sayNames(pupils)} goes with it. Take the name away.`;
  return [findingOf({ code, severity: 'block', reason, pupils: pupils.map((pupil) => pupil.id) })];
}

const asks = 'whether a name goes with swimwear';

/** Swimwear with a name that can be read in the picture. */
export const swimwearNamedRule: Rule<'attire' | 'text'> = {
  id: 'swimwear-named',
  asks,
  needs: ['attire', 'text'],
  judge: ({ attire, text }, facts) => blockNames('swimwear-named/picture', attire, readRegions(text, facts), facts),
};

/** Swimwear with a name in the caption, the alternative text or the file's name. */
export const swimwearCaptionedRule: Rule<'attire' | 'file'> = {
  id: 'swimwear-captioned',
  asks,
  needs: ['attire', 'file'],
  judge: ({ attire, file }, facts) => {
    const beside = wordsBeside(facts).flatMap(({ text }) => namedPupils(text, 'prose', facts));
    const names = [...beside, ...namedPupils(file.name, 'file-name', facts)];
    return blockNames('swimwear-captioned/words', attire, names, facts);
  },
};
