import type { Evidence } from '../../policy/words/evidence.ts';

/**
 * What a changed picture is judged by: its own pixels, and what the original file said. A crop may cut off what was
 * worn; a cover hides only heads, so with covers alone the graver answer about attire and nudity counts. Whatever was
 * not observed of the new picture stays so.
 */
export function joinEvidence(original: Evidence, output: Evidence, isCropped: boolean): Evidence {
  const joined = { ...output, metadata: original.metadata, file: joinFile(original.file, output.file) };
  return isCropped
    ? joined
    : { ...joined, attire: graverAttire(original, output), nudity: graverNudity(original, output) };
}

/** The name and the kind of the original, with the size of the new picture. */
function joinFile(original: Evidence['file'], output: Evidence['file']): Evidence['file'] {
  if (original.status !== 'observed' || output.status !== 'observed') return output;
  const { bytes, sha256, width, height, perceptualHash } = output.value;
  return { ...original, value: { ...original.value, bytes, sha256, width, height, perceptualHash } };
}

function graverAttire({ attire: before }: Evidence, { attire: after }: Evidence): Evidence['attire'] {
  if (before.status !== 'observed' || after.status !== 'observed') return after;
  const swimwear = Math.max(before.value.swimwear, after.value.swimwear);
  const water = Math.max(before.value.water, after.value.water);
  return { ...after, value: { ...after.value, swimwear, water } };
}

function graverNudity({ nudity: before }: Evidence, { nudity: after }: Evidence): Evidence['nudity'] {
  if (before.status !== 'observed' || after.status !== 'observed') return after;
  return { ...after, value: { score: Math.max(before.value.score, after.value.score) } };
}
