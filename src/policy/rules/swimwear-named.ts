import type { Rule } from '../words/rule.ts';
import { blockNamedSwimwear } from '../names/block-named-swimwear.ts';
import { readRegions } from '../names/read-regions.ts';

/** Swimwear with a name that can be read in the picture. */
export const swimwearNamedRule: Rule<'attire' | 'text'> = {
  id: 'swimwear-named',
  asks: 'whether a name can be read beside swimwear',
  needs: ['attire', 'text'],
  judge: ({ attire, text }, facts) =>
    blockNamedSwimwear('swimwear-named/picture', attire, readRegions(text, facts), facts),
};
