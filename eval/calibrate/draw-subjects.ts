/** How often each subject is in one draw of as many subjects with replacement. */
export type Draw = ReadonlyMap<string, number>;

/** Draws of subjects for bootstrap intervals; the same seed gives the same draws. */
export function drawSubjects(subjects: readonly string[], draws: number, seed = 1): Draw[] {
  let state = seed;
  const next = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return Array.from({ length: draws }, () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < subjects.length; i++) {
      const subject = subjects[Math.floor(next() * subjects.length)]!;
      counts.set(subject, (counts.get(subject) ?? 0) + 1);
    }
    return counts;
  });
}

/** The middle 95 of 100 values. */
export function middleOf(values: readonly number[]): { readonly from: number; readonly to: number } {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? NaN;
  return { from: at(0.025), to: at(0.975) };
}
