import type { Rule } from '../words/rule.ts';
import { blockNamedSwimwear } from '../names/block-named-swimwear.ts';
import { namedPupils } from '../names/named-pupils.ts';
import { wordsBeside } from './caption.ts';

/** Swimwear with a name in the batch's title, the caption, the alternative text or the file's name. */
export const swimwearCaptionedRule: Rule<'attire' | 'file'> = {
  id: 'swimwear-captioned',
  asks: 'whether somebody is named beside swimwear',
  needs: ['attire', 'file'],
  judge: ({ attire, file }, facts) => {
    const beside = wordsBeside(facts).flatMap(({ text }) => namedPupils(text, 'prose', facts));
    const names = [...beside, ...namedPupils(file.name, 'file-name', facts)];
    return blockNamedSwimwear('swimwear-captioned/words', attire, names, facts);
  },
};
