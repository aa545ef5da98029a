import { useStrings } from './use-strings.ts';

/** A finding’s code in words. A code of a later version stands for itself, so that nothing is left out of a count. */
export function useFindingName(): (code: string) => string {
  const { findingNames: words } = useStrings();
  const names: Readonly<Record<string, string>> = words.names;
  const rules: Readonly<Record<string, string>> = words.rules;
  return (code) => {
    const [rule = code, found] = code.split('/');
    if (found === 'unknown') return words.notChecked(rules[rule] ?? rule);
    return names[code] ?? rules[rule] ?? code;
  };
}
