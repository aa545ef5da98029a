import { boxAround, intersectionArea, type Box } from '../../src/lib/geometry.ts';
import type { TextRegion } from '../../src/policy/words/evidence.ts';
import type { Facts } from '../../src/policy/words/rule.ts';
import type { PlacedLabel } from './make-picture.ts';
import { namesRead } from './names-read.ts';

/** The box around all lines of a label. */
export const aroundLabel = (label: PlacedLabel): Box => boxAround(label.lines.flatMap((line) => line.quad));

/** The line that holds the name, or the plate's number. */
export const mainLine = (label: PlacedLabel): string => label.lines.find((line) => line.main)!.text;

export const isPlate = (label: PlacedLabel): boolean => label.kind === 'plate';

/** Whether the right pupil was read on a label, or every letter of a number plate. */
export function labelWasRead(label: PlacedLabel, regions: readonly TextRegion[], facts: Facts): boolean {
  const around = aroundLabel(label);
  const isHere = (quad: TextRegion['quad']): boolean => intersectionArea(boxAround(quad), around) > 0;
  if (isPlate(label)) {
    const plain = (text: string): string => text.replace(/[^A-Z0-9]/gi, '').toUpperCase();
    return regions.some(({ text, quad }) => isHere(quad) && plain(text).includes(plain(mainLine(label))));
  }
  return namesRead(regions, facts).some(({ region, pupils }) => isHere(region.quad) && pupils.includes(label.pupil.id));
}
