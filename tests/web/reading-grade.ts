/** About as many syllables as are said: groups of vowels, without a silent e at the end. */
function syllablesOf(word: string): number {
  const bare = word.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (bare.length <= 3) return 1;
  const said = bare.replace(/(?:[^laeiouy]es|[^t]ed|[^laeiouy]e)$/, '').replace(/^y/, '');
  return Math.max(1, said.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}

/**
 * The Flesch-Kincaid grade of an English text: American school years, so that 4 is an age of about 9 (Kincaid and others,
 * 1975: 0.39 words a sentence + 11.8 syllables a word - 15.59). Lines without a full stop count as sentences.
 */
export function readingGrade(text: string): number {
  const sentences = text.split(/[.!?:]+\s|\n+|[.!?]$/).filter((part) => /[a-z]/i.test(part));
  const words = sentences.flatMap((sentence) => sentence.split(/\s+/).filter((word) => /[a-z]/i.test(word)));
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}
