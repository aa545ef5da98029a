/** Straight distance at which dlib's author and face-api draw the line between one person and two. */
const possibleDistance = 0.6;
const likelyDistance = 0.5;

/** The default policy's borders: from here a match is possible, from here likely. */
const possibleScore = 0.3;
const likelyScore = 0.5;

const logOdds = (share: number): number => Math.log(share / (1 - share));

const steepness = (logOdds(likelyScore) - logOdds(possibleScore)) / (possibleDistance - likelyDistance);

/**
 * How alike two of face-api's descriptions are, 0 to 1, on the scale of the policy's thresholds: a logistic curve through
 * distance 0.6 at 0.3 ("possible") and distance 0.5 at 0.5 ("likely"). The curve sets the borders where the net's users
 * set them; it is not fitted to children, whom this net tells apart badly.
 */
export function descriptorSimilarity(a: Float32Array, b: Float32Array): number {
  if (a.length !== b.length) throw new RangeError('descriptions of different lengths cannot be compared');
  const distance = Math.sqrt(a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0));
  return 1 / (1 + Math.exp(steepness * (distance - likelyDistance) - logOdds(likelyScore)));
}
