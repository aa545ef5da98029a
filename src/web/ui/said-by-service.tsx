import { translateProblem } from '../strings/translate-problem.ts';
import { useLanguage, useStrings } from '../strings/use-strings.ts';

/** What the service said of a field, a line or a state: in the page's language, or marked as English where it has no words. */
export function SaidByService({ text }: { readonly text: string }) {
  const { problems } = useStrings();
  const { language } = useLanguage();
  const words = language === 'en' ? text : translateProblem(problems, text);
  if (words !== null) return <>{words}</>;
  return (
    <span lang="en" className="english-words">
      {text}
    </span>
  );
}
