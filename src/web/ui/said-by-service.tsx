import { translateProblem } from '../strings/translate-problem.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';

/**
 * What the service said of a field, a line or a state, or of `about`: in the page's language, or marked as English where
 * it has no words.
 */
export function SaidByService(props: { readonly text: string; readonly about?: 'problems' | 'removedData' }) {
  const { text, about = 'problems' } = props;
  const strings = useStrings();
  const { language } = useLanguage();
  const words = language === 'en' ? text : translateProblem(strings[about], text);
  if (words !== null) return <>{words}</>;
  return (
    <span lang="en" className="english-words">
      {text}
    </span>
  );
}
