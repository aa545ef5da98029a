import type { Role } from '../api/use-person.ts';
import type { Strings } from '../strings/strings.ts';

const all: readonly Role[] = ['staff', 'office', 'moderator', 'dsl', 'admin'];

/** The roles to choose from, each with what it may do. */
export function roleChoices(words: Strings['people']): { readonly value: Role; readonly label: string }[] {
  return all.map((value) => ({ value, label: words.roleHelp[value] }));
}
