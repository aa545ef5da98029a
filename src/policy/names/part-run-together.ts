/** Parts words that were run together, at new capitals and at figures: 'TeamAlexJones24' → 'Team_Alex_Jones_24'. */
export function partRunTogether(text: string): string {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1_$2')
    .replace(/(\p{L}{2})(\d)/gu, '$1_$2')
    .replace(/(\d)(\p{L}{2})/gu, '$1_$2');
}
