/** Order of the five classes of nsfwjs: drawing, hentai, neutral, porn, sexy. */
const [drawnNudity, photographedNudity] = [1, 3];

/**
 * Where the score reaches one half. Below it the class "porn" was seen on arm wrestling, judo and faces that fill the
 * frame; at it, on one photo in five hundred (docs/accuracy-attire.md).
 */
const evenMass = 0.8;

/**
 * From the class probabilities of one photo to a nudity score, 0 to 1. Photographed nudity counts in full, drawn nudity
 * half, because swimmers under water are taken for drawings. "Sexy" does not count: it is swimwear and tight clothes.
 */
export function nudityScore(classes: Float32Array): number {
  const mass = classes[photographedNudity]! + classes[drawnNudity]! / 2;
  return Math.min(1, mass) ** (Math.log(0.5) / Math.log(evenMass));
}
