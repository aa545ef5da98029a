import { createAttireDetector } from '../../src/detectors/attire/create-attire-detector.ts';
import { defaultSchoolPolicy } from '../../src/policy/default-school-policy.ts';
import { mayBeSwimwear } from '../../src/policy/matching/sees-swimwear.ts';
import type { Raster } from '../../src/lib/raster.ts';
import { photoFromRaster } from '../../src/pipeline/decode/photo-from-raster.ts';
import { readLabelledPhotos } from '../attire/labelled-photos.ts';
import type { Evaluate, Table } from '../report.ts';
import { randomFrom } from '../text/random.ts';
import { drawScenery, sceneryKinds } from '../train/draw-scenery.ts';
import { putOnDryLand, type DryPicture } from './put-on-dry-land.ts';

type Flags = (picture: Raster) => Promise<boolean>;

/** As the rules flag it. */
async function openFlags(): Promise<Flags> {
  const attire = await createAttireDetector();
  const { signal } = new AbortController();
  return async (picture) => {
    const seen = await attire.observe(photoFromRaster(picture), { faces: [] }, signal);
    return mayBeSwimwear(seen, { policy: defaultSchoolPolicy });
  };
}

const sceneryOfEach = 60;
/** Not the one that was trained on. */
const scenerySeed = 77;

/** Drawn pictures without anybody, by kind. */
async function tableOfScenery(isFlagged: Flags): Promise<Table> {
  const flagged = new Map<string, number>(sceneryKinds.map((kind) => [kind, 0]));
  for (const { kind, picture } of await drawScenery(sceneryOfEach, randomFrom(scenerySeed))) {
    if (await isFlagged(picture)) flagged.set(kind, flagged.get(kind)! + 1);
  }
  const rows = [...flagged].map(([kind, count]) => [kind, `${count} of ${sceneryOfEach}`]);
  return { title: 'drawn without anybody', columns: ['picture', 'flagged'], rows };
}

type Judged = Omit<DryPicture, 'picture'> & { readonly isFlagged: boolean };

/** One row for each value of a property, for people in brief dress and for clothed people. */
function tableBy(title: string, judged: readonly Judged[], valueOf: (one: Judged) => string): Table {
  const rows = [...new Set(judged.map(valueOf))].sort().map((value) => {
    const of = judged.filter((one) => valueOf(one) === value);
    const side = (isClothed: boolean): string[] => {
      const some = of.filter(({ garment }) => (garment === 'clothed') === isClothed);
      const flagged = some.filter(({ isFlagged }) => isFlagged).length;
      return some.length === 0 ? ['-', '-'] : [(flagged / some.length).toFixed(2), `${flagged} of ${some.length}`];
    };
    return [value, ...side(false), ...side(true)];
  });
  return { title, columns: [title, 'brief dress found', 'pictures', 'clothed flagged', 'pictures'], rows };
}

/**
 * `npm run eval -- dress --data FOLDER`: a stand-in for swimwear out of the water. People of the even photos are put on
 * drawn places that were not trained on; how many in brief dress are found, and how many clothed people are flagged, by
 * garment, framing and skin tone. And how many drawn pictures without anybody are flagged.
 */
export const evaluate: Evaluate = async ({ dataFolder, progress }) => {
  const photos = (await readLabelledPhotos(dataFolder)).filter(({ half }) => half === 'even');
  const pictures = await putOnDryLand(photos, progress);
  const isFlagged = await openFlags();
  const judged: Judged[] = [];
  for (const { picture, ...about } of pictures) {
    judged.push({ ...about, isFlagged: await isFlagged(picture) });
    progress(judged.length, pictures.length);
  }
  return {
    tables: [
      tableBy('all', judged, () => 'all'),
      tableBy('garment', judged, ({ garment }) => garment),
      tableBy('framing', judged, ({ framing }) => framing),
      tableBy('skin tone (0 as it was)', judged, ({ tone }) => String(tone)),
      await tableOfScenery(isFlagged),
    ],
    figures: { judged },
  };
};
