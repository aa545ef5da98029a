import type { Pupil } from './words/people.ts';
import { calledName } from './matching/called-name.ts';
import { listOf } from './sentence.ts';

const shown = 3;

/** 'Sam Jones', 'Sam Jones or Sam Ali', 'Sam Jones, Sam Ali, Sam Khan or 4 others'. */
export function sayNames(pupils: readonly Pupil[]): string {
  const names = pupils.map(calledName);
  if (names.length <= shown) return listOf(names, 'or');
  const more = names.length - shown;
  return listOf([...names.slice(0, shown), `${more} ${more === 1 ? 'other' : 'others'}`], 'or');
}
