import type { Rule } from '../words/rule.ts';
import { findingOf } from '../finding-of.ts';
import { namedPupils } from '../names/named-pupils.ts';
import { sayNames } from '../say-names.ts';

/** A file named after somebody who may not appear: they may well be in it. */
export const fileNameRule: Rule<'file'> = {
  id: 'file-name',
  asks: 'whether the file name names somebody',
  needs: ['file'],
  judge: ({ file }, facts) =>
    namedPupils(file.name, 'file-name', facts).flatMap(({ barred, confidence }) => {
      if (barred.length === 0) return [];
      const says = confidence === 'possible' ? 'may name' : 'names';
      const reason = `The file name ${says} ${sayNames(barred)}, who may not appear here. Look for them, and rename it.`;
      const pupils = barred.map((pupil) => pupil.id);
      return [findingOf({ code: 'file-name/on-register', severity: 'review', subject: 'file', reason, pupils })];
    }),
};
