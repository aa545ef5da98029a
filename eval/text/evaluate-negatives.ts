import path from 'node:path';
import type { EvalOptions } from '../report.ts';
import { drawnRoll, fictionalRoll } from './fictional-roll.ts';
import { factsOfRoll, namesRead } from './names-read.ts';
import { openPhoto, type PhotoFile } from './photo-source.ts';
import { randomFrom } from './random.ts';
import { leastFacePx, readPhoto, type TextDetector, type Timed } from './read-photo.ts';

/** What was found in photos that show nobody of the rolls. */
export interface Negatives {
  photos: number;
  named: number;
  surelyNamed: number;
  withText: number;
  withCard: number;
  /** Photos with a name, summed over all drawn rolls. */
  namedOfDrawn: number;
  readonly names: string[];
  readonly time: Timed;
}

/** One roll's names hit or miss by chance; so many rolls of other names give a mean. */
const rolls = 20;

/** Reads photos as they are: nobody of the invented rolls is in them, but many hold print in which real names stand. */
export async function evaluateNegatives(
  detector: TextDetector,
  photos: readonly PhotoFile[],
  options: EvalOptions,
): Promise<Negatives> {
  const facts = factsOfRoll(fictionalRoll());
  const drawn = Array.from({ length: rolls }, (_, at) => factsOfRoll(drawnRoll(randomFrom(7700 + at))));
  const time = { cpuMs: 0, photos: 0 };
  const result: Negatives = {
    photos: 0,
    named: 0,
    surelyNamed: 0,
    withText: 0,
    withCard: 0,
    namedOfDrawn: 0,
    names: [],
    time,
  };
  for (const [done, file] of photos.entries()) {
    options.progress(done + 1, photos.length);
    const boxes = file.boxes.filter((box) => box.width >= leastFacePx);
    const regions = await readPhoto(detector, await openPhoto(file), boxes, time);
    const names = namesRead(regions, facts);
    result.photos += 1;
    result.withText += Number(regions.some((region) => region.text !== ''));
    result.withCard += Number(regions.some((region) => region.kind === 'badge'));
    result.named += Number(names.length > 0);
    result.surelyNamed += Number(names.some(({ found }) => found.isReadable && found.confidence !== 'possible'));
    result.namedOfDrawn += drawn.filter((one) => namesRead(regions, one).length > 0).length;
    for (const { found, region } of names) {
      result.names.push(
        `${path.basename(file.file)}: "${region.text}" as ${found.part} (${found.confidence}, ${found.form})`,
      );
    }
  }
  return result;
}

const share = (part: number, whole: number): string => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(2)} %`);

export const negativeColumns = [
  'set',
  'photos',
  'with a name',
  'with a sure name',
  `mean of ${String(rolls)} other rolls`,
  'with text',
  'with a card',
  'processor ms a photo',
];

/** One set's row under `negativeColumns`. */
export function negativeRow(name: string, found: Negatives): string[] {
  const { photos, named, surelyNamed, namedOfDrawn, withText, withCard, time } = found;
  const shares = [named, surelyNamed, namedOfDrawn / rolls, withText, withCard].map((part) => share(part, photos));
  return [name, String(photos), ...shares, String(Math.round(time.cpuMs / Math.max(1, photos)))];
}
