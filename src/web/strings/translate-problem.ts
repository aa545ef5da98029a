const special = /[.*+?^$()|[\]\\]/g;

const patternsOf = new WeakMap<object, readonly (readonly [RegExp, string])[]>();

/** Phrases with a gap, the one with the most words of its own first, so that "{} is missing" comes after all others. */
function patterns(problems: Readonly<Record<string, string>>): readonly (readonly [RegExp, string])[] {
  const known = patternsOf.get(problems);
  if (known !== undefined) return known;
  const made = Object.entries(problems)
    .filter(([phrase]) => phrase.includes('{}'))
    .sort(([one], [other]) => other.length - one.length)
    .map(
      ([phrase, words]) =>
        [new RegExp(`^${phrase.replace(special, '\\$&').replaceAll('{}', '(.+?)')}$`, 'su'), words] as const,
    );
  patternsOf.set(problems, made);
  return made;
}

/**
 * What the service said, in the words of the page's language: as a whole, or as a phrase with values in it, which are put
 * into words in the same way where they have any. Null when there are no words for it.
 */
export function translateProblem(problems: Readonly<Record<string, string>>, said: string): string | null {
  if (Object.hasOwn(problems, said)) return problems[said]!;
  for (const [pattern, words] of patterns(problems)) {
    const values = pattern.exec(said)?.slice(1);
    if (values === undefined) continue;
    let at = 0;
    return words.replaceAll('{}', () => {
      const value = values[at] ?? '';
      at += 1;
      return translateProblem(problems, value) ?? value;
    });
  }
  return null;
}
