import type { GreyFace } from './read-grey-face.ts';

/** Half the width and height of what lies around an eye, and of the cheek so far below it, pixels of the matching size. */
const eye = { across: 9, down: 8 } as const;
const cheek = { across: 6, down: 6, belowPx: 24 } as const;
/** What is brightest around an eye, but for so large a share: a reflection on glass does not make an eye. */
const brightest = 0.1;

/**
 * How bright the brighter eye is, as a share of the cheek below it: lids, brows and the white of an eye are usually .7 to 1
 * times as bright as the cheek, whatever the colour of the skin; dark glasses some .1 to .6. Of one eye in the shade the
 * other tells.
 */
export function measureEyeLight(face: GreyFace): number {
  const shares = face.eyes.map(({ x, y }) => {
    const around = lightWithin(face, { x, y, ...eye }).sort((a, b) => b - a);
    const below = lightWithin(face, { x, y: y + cheek.belowPx, ...cheek });
    const mean = below.reduce((sum, value) => sum + value, 0) / below.length;
    return around[Math.floor(around.length * brightest)]! / Math.max(1, mean);
  });
  return Math.max(...shares);
}

/** The pixels of an ellipse. */
function lightWithin(
  { light, sidePx }: GreyFace,
  { x, y, across, down }: { readonly x: number; readonly y: number; readonly across: number; readonly down: number },
): number[] {
  const found = [];
  for (let row = Math.ceil(y - down); row <= y + down; row++) {
    for (let column = Math.ceil(x - across); column <= x + across; column++) {
      if (Math.hypot((column - x) / across, (row - y) / down) <= 1) found.push(light[row * sidePx + column]!);
    }
  }
  return found;
}
