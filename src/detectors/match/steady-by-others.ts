/** The others that count: those most like the face. */
const nearest = 5;
const share = 0.3;

/**
 * Raw likenesses of one face to all pupils, each less part of the mean likeness to the five other pupils it is most
 * like. Small, blurred and very young faces are like many pupils and come down; a face that is like one pupil only does
 * not (cohort normalisation, after the T-norm of speaker recognition). Throws a RangeError for fewer than six pupils.
 */
export function steadyByOthers(likenesses: readonly number[]): number[] {
  if (likenesses.length <= nearest) throw new RangeError('steadyByOthers needs at least six pupils');
  const ranked = [...likenesses].sort((a, b) => b - a).slice(0, nearest + 1);
  const sum = ranked.reduce((total, value) => total + value, 0);
  return likenesses.map((likeness) => {
    const own = likeness >= ranked[nearest]! ? likeness : ranked[nearest]!;
    return likeness - (share * (sum - own)) / nearest;
  });
}
