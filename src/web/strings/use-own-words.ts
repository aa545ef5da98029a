import { translateProblem } from './translate-problem.ts';
import { useStrings } from './use-strings.ts';

/** A text of the service or the school in the page's language, where the page has words for it; else as it stands. */
export function useOwnWords(): (text: string) => string {
  const { problems } = useStrings();
  return (text) => translateProblem(problems, text) ?? text;
}
