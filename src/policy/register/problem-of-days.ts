/** A promise for longer than a school year or two is not one that anybody remembers giving. */
const longestDays = 3 * 366;

/** What is wrong with the days of an answer, to follow "the last day"; undefined when nothing is. */
export function problemOfDays(answer: {
  readonly answer: 'permitted' | 'refused' | 'withdrawn';
  readonly validFrom: string;
  readonly validUntil: string | null;
}): string | undefined {
  const { validFrom, validUntil } = answer;
  if (answer.answer !== 'permitted') {
    return validUntil === null ? undefined : 'must be null: a refusal holds until another answer follows';
  }
  if (validUntil === null) return 'is missing: permission always ends';
  if (validUntil < validFrom) return 'must not lie before validFrom';
  const days = (Date.parse(validUntil) - Date.parse(validFrom)) / 86_400_000;
  return days > longestDays ? 'must lie within three years of validFrom' : undefined;
}
