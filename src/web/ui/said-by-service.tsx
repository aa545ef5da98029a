import { nameFields } from '../strings/name-fields.ts';
import { translateProblem } from '../strings/translate-problem.ts';
import { translateSentences } from '../strings/translate-sentences.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';

const translate = {
  problems: translateProblem,
  removedData: translateProblem,
  whoWasLookedFor: translateSentences,
} as const;

/**
 * What the service said of a field, a line or a state, or of `about`: in the page's language, or marked as English where
 * it has no words.
 */
export function SaidByService(props: { readonly text: string; readonly about?: keyof typeof translate }) {
  const { text, about = 'problems' } = props;
  const strings = useStrings();
  const { language } = useLanguage();
  if (language === 'en') return <>{about === 'problems' ? nameFields(text, strings.imports.fields) : text}</>;
  const words = translate[about](strings[about], text);
  if (words !== null) return <>{words}</>;
  return (
    <span lang="en" className="english-words">
      {text}
    </span>
  );
}
