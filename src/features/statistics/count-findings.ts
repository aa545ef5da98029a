import type { Checked } from './read-checked.ts';

const asksForAPerson = new Set(['block', 'review', 'unknown']);

/** In how many photos each reason asked for a person, the most frequent first. */
export function countFindings(checked: readonly Checked[]): { code: string; photos: number }[] {
  const counts = new Map<string, number>();
  for (const { first } of checked) {
    const codes = (first?.findings ?? [])
      .filter(({ severity }) => asksForAPerson.has(severity))
      .map(({ code }) => code);
    for (const code of new Set(codes)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts]
    .map(([code, photos]) => ({ code, photos }))
    .sort((a, b) => b.photos - a.photos || a.code.localeCompare(b.code));
}

/** How a photo was decided; the picture is unchanged when no cover or crop was approved. */
export type Outcome = 'approved-unchanged' | 'approved-changed' | 'rejected';

/**
 * How often people found that there was nothing: flagged photos approved as they were, and faces given to a pupil of
 * which somebody said "not this pupil" (`denials`: photo id, a space, subject). What was approved under an override was
 * no false alarm, but is rare enough to stand beside the overrides' own count.
 */
export function countFalseAlarms(
  checked: readonly Checked[],
  outcomes: ReadonlyMap<string, Outcome>,
  denials: ReadonlySet<string>,
) {
  const flagged = checked.filter(
    ({ photoId, first }) => first !== null && first.verdict !== 'clear' && outcomes.has(photoId),
  );
  const named = new Set(
    checked.flatMap(({ photoId, first }) =>
      (first?.findings ?? [])
        .filter(
          ({ code, severity, subject }) =>
            code.startsWith('match/') && severity !== 'note' && subject.startsWith('face '),
        )
        .filter(({ pupils = [] }) => pupils.length > 0)
        .map(({ subject }) => `${photoId} ${subject}`),
    ),
  );
  return {
    flagged: flagged.length,
    approvedUnchanged: flagged.filter(({ photoId }) => outcomes.get(photoId) === 'approved-unchanged').length,
    named: named.size,
    notThisPupil: [...named].filter((face) => denials.has(face)).length,
  };
}
