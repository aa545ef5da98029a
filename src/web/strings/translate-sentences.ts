import { translateProblem } from './translate-problem.ts';

/** A full stop and a blank, before what begins a sentence. */
const between = /(?<=\.) (?=[\p{Lu}\d])/u;

/** Some sentences of the service, each in the words of the page's language. Null when one of them has none. */
export function translateSentences(table: Readonly<Record<string, string>>, said: string): string | null {
  const sentences = said.split(between).map((sentence) => translateProblem(table, sentence));
  return sentences.includes(null) ? null : sentences.join(' ');
}
