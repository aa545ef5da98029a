/** With fewer other pupils than this the others say too little about the face. */
const leastOthers = 10;
/** The others that count: those most like the face. */
const nearest = 5;
/** Usual mean likeness of a face to the five strangers most like it. */
const usual = 3.1;
const share = 0.5;

/**
 * Lowers the raw likenesses of one face to all pupils when it is like many of them, as small, blurred and very young
 * faces are: half of what its five best other pupils lie above the usual is taken off (cohort normalisation, after the
 * T-norm of speaker recognition). Never raises a likeness; a small gallery is left alone.
 */
export function steadyByOthers(likenesses: readonly number[]): number[] {
  if (likenesses.length <= leastOthers) return [...likenesses];
  const ranked = [...likenesses].sort((a, b) => b - a).slice(0, nearest + 1);
  const sum = ranked.reduce((total, value) => total + value, 0);
  return likenesses.map((likeness) => {
    const own = likeness >= ranked[nearest]! ? likeness : ranked[nearest]!;
    return likeness - share * Math.max(0, (sum - own) / nearest - usual);
  });
}
