import { expect, it } from 'vitest';
import { areNamesAllowed, isStrict } from '../../../src/policy/matching/channel-care.ts';
import type { Channel } from '../../../src/policy/words/people.ts';
import { factsOf, website } from '../evidence-of.ts';

const strict = website;
const standard: Channel = { ...website, id: 'newsletter', profile: 'standard' };
const naming: Channel = { ...standard, id: 'prospectus', namesAllowed: true };

// Of several channels the most careful one decides; a photo bound for none that is known is treated as for the most careful.
it.each<[string, readonly Channel[], boolean, boolean]>([
  ['none', [], true, false],
  ['one of the strict profile', [strict], true, false],
  ['one of the standard profile', [standard], false, false],
  ['one of each', [standard, strict], true, false],
  ['one where names may stand', [naming], false, true],
  ['one where they may and one where they may not', [naming, standard], false, false],
])('takes the care that is asked for by %s', (_, channels, isCareful, mayName) => {
  const facts = factsOf({ channels });
  expect([isStrict(facts), areNamesAllowed(facts)]).toEqual([isCareful, mayName]);
});
