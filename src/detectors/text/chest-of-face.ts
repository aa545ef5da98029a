import { clampBox, type Box } from '../../lib/geometry.ts';
import type { Face } from '../../policy/words/evidence.ts';

/**
 * Where a person's chest is, told from the face: below the chin, three faces wide and three high, which takes in a
 * lanyard's card and the name on a bib. Follows the tilt of the head a little way: shoulders tilt less.
 */
export function chestOfFace(face: Face, width: number, height: number): Box {
  const { box } = face;
  const size = Math.sqrt(box.width * box.height);
  const centreX = box.x + box.width / 2;
  const chest = { x: centreX - 1.7 * size, y: box.y + box.height * 0.9, width: 3.4 * size, height: 3.4 * size };
  return clampBox(chest, width, height);
}
