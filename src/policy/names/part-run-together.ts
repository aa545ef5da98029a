import { partFigures } from './part-figures.ts';

/** Parts words that were run together, at new capitals and at figures: 'TeamAlexJones24' → 'Team_Alex_Jones_24'. */
export function partRunTogether(text: string): string {
  return partFigures(text.replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1_$2'));
}
