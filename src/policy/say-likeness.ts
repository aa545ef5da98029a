export type Likeness = 'same' | 'very-like' | 'like';

/** Differing bits of 64 up to which two hashes tell of the same picture, resized or compressed again. */
const sameBits = 6;

/** Up to this, one is very likely a changed copy of the other. */
const veryLikeBits = 10;

/** Up to this, a person should compare the two. Unrelated pictures differ in about 32. */
const likeBits = 14;

const words: Readonly<Record<Likeness, string>> = {
  same: 'The same picture, perhaps resized or compressed again.',
  'very-like': 'Very like it: probably a trimmed, turned or changed copy.',
  like: 'Somewhat like it: compare the two by eye.',
};

/**
 * What the distance of two perceptual hashes means. `whole` compares the whole pictures as they are, `inner` what is
 * nearest of inner parts of the released one and of the picture turned, mirrored or without its borders. Null: not like it. Pure.
 */
export function sayLikeness(
  whole: number,
  inner: number,
): { readonly distance: number; readonly likeness: Likeness; readonly words: string } | null {
  const distance = Math.min(whole, inner);
  if (distance > likeBits) return null;
  const likeness = whole <= sameBits ? 'same' : distance <= veryLikeBits ? 'very-like' : 'like';
  return { distance, likeness, words: words[likeness] };
}
