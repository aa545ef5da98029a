import type { Random } from '../text/random.ts';
import type { Cutout } from './cut-person.ts';

export type Colour = readonly [number, number, number];

/** Skin from the palest to the darkest, after Fitzpatrick's six types. */
export const skinTones: readonly Colour[] = [
  [244, 208, 177],
  [231, 180, 143],
  [210, 158, 124],
  [186, 119, 80],
  [165, 94, 43],
  [80, 45, 30],
];
/** Less skin than this share of the cut-out says nothing about its tone. */
const leastSkinShare = 0.05;

/** Reds to yellows, neither grey nor pure: any person's skin, and some clothes. */
function mayBeSkin(red: number, green: number, blue: number): boolean {
  const saturation = (red - blue) / Math.max(1, red);
  return red > green && green >= blue - 8 && saturation > 0.12 && saturation < 0.78 && red > 45;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/**
 * The same person with another skin: every skin-coloured pixel is scaled as the middle one must be to become the tone in
 * that shade (1 leaves the tone as it is). A person without skin comes back unchanged.
 */
export function recolourSkin(cutout: Cutout, tone: Colour, shade: number): Cutout {
  const { width, height } = cutout;
  const data = Buffer.from(cutout.data);
  const places: number[] = [];
  for (let at = 0; at < data.length; at += 4) {
    if (data[at + 3]! > 128 && mayBeSkin(data[at]!, data[at + 1]!, data[at + 2]!)) places.push(at);
  }
  if (places.length < leastSkinShare * width * height) return cutout;
  const gains = tone.map((value, channel) => (value * shade) / median(places.map((at) => data[at + channel]!)));
  for (const at of places) {
    gains.forEach((gain, channel) => (data[at + channel] = Math.min(255, Math.round(data[at + channel]! * gain))));
  }
  return { width, height, data };
}

/** How much of a cut-out's height shows: full length, about to the waist, or about to the shoulders. */
export function pickFraming(random: Random): number {
  return random.pick([1, 1, random.between(0.5, 0.7), random.between(0.3, 0.45)]);
}

/** Only the upper part, as a share of the height. */
export function cropFraming(cutout: Cutout, share: number): Cutout {
  const height = Math.max(1, Math.round(cutout.height * share));
  return { width: cutout.width, height, data: cutout.data.subarray(0, height * cutout.width * 4) };
}
