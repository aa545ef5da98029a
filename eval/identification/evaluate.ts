import { calibrateLikeness } from '../../src/detectors/match/calibrate-likeness.ts';
import type { LikenessModel } from '../../src/detectors/match/likeness-model.ts';
import { openRegister } from '../../src/detectors/match/open-register.ts';
import { findSet } from '../find-set.ts';
import type { Evaluate } from '../report.ts';
import { sampleEvenly } from '../sample-evenly.ts';
import { embedPhotos, type EmbeddedFace } from '../verification/embed-photos.ts';
import { openEmbedderFor } from '../verification/open-embedder-for.ts';
import { readPortraits, type Portrait } from '../verification/read-labelled-people.ts';
import { referencesOf } from '../verification/references-of.ts';
import { schoolAges } from '../verification/school-children.ts';
import { measureSearches, type Search } from './measure-searches.ts';

type Embedded = ReadonlyMap<string, EmbeddedFace>;

const rates = [0.01, 0.05, 0.1] as const;

/**
 * Leave one out, open set. Each photo of a child of school age is searched among all subjects, whose templates are made
 * of up to three of their other photos closest in age. It is searched twice: with its own subject in the gallery
 * (finding it first, above the threshold, is right; a photo without a found face is wrong) and without (anything above
 * the threshold is a false alarm). Options: `--limit N` photos; `--keep FOLDER`, `--pack FILE` and `--measured FILE`, as
 * in verification.
 */
export const evaluate: Evaluate = async ({ dataFolder, extra, progress }) => {
  const folder = findSet(dataFolder, 'faces-children', 'ground-truth.json');
  if (folder === undefined) throw new Error(`No ground-truth.json in ${dataFolder}`);
  const portraits = sampleEvenly(
    (await readPortraits(folder)).filter(({ age }) => age >= schoolAges.from && age <= schoolAges.to),
    extra.limit,
  );
  const images = portraits.map(({ image }) => image);
  const embedder = await openEmbedderFor(extra);
  const embedded = await embedPhotos({ folder, images, pick: 'largest', keep: extra.keep, embedder }, progress);
  return identify(portraits, embedded, embedder.likeness);
};

/** The table of searches, from found faces. */
export function identify(portraits: readonly Portrait[], embedded: Embedded, likeness: LikenessModel) {
  const searches = searchAll(portraits, embedded, likeness);
  const rows = rates.map((rate) => measureSearches(searches, rate));
  return {
    tables: [
      {
        title: `Identification of children of 4 to 17, ${searches.length} searches, gallery of ${countSubjects(portraits)}`,
        columns: ['FPIR', 'FNIR', 'score from'],
        rows: rows.map(({ falseAlarmRate, missRate, from }) => [
          `${(falseAlarmRate * 100).toFixed(0)} %`,
          missRate.toFixed(3),
          from.toFixed(2),
        ]),
      },
    ],
    figures: { searches: searches.length, missed: portraits.length - embedded.size, rates: rows },
  };
}

function countSubjects(portraits: readonly Portrait[]): number {
  return new Set(portraits.map(({ subject }) => subject)).size;
}

/** One search for each photo whose subject has another one. */
export function searchAll(portraits: readonly Portrait[], embedded: Embedded, likeness: LikenessModel): Search[] {
  return portraits
    .filter((probe) => portraits.some((other) => other !== probe && other.subject === probe.subject))
    .map((probe) => search(probe, portraits, embedded, likeness));
}

/** Pupils are as old on the day of the search as the child on the photo: who else could it be but one of that age. */
function search(
  probe: Portrait,
  portraits: readonly Portrait[],
  embedded: Embedded,
  { nets, measured }: LikenessModel,
): Search {
  const face = embedded.get(probe.image);
  if (face === undefined) return { own: -Infinity, isFirst: false, bestOther: -Infinity };
  const gallery = [...new Set(portraits.map((portrait) => portrait.subject))]
    .map((subject) => ({ subject, vectors: referencesOf(subject, probe, portraits, embedded) }))
    .filter(({ vectors }) => vectors.length > 0);
  const scoresOf = (entries: typeof gallery): number[] => {
    const register = openRegister(entries, nets);
    const { strength } = face.vectors;
    return register
      .compare(face.vectors)
      .map((likeness) =>
        calibrateLikeness({ likeness, strength, ageYears: probe.age }, measured.scales[register.scale]),
      );
  };
  const withOwn = scoresOf(gallery);
  const at = gallery.findIndex(({ subject }) => subject === probe.subject);
  return {
    own: withOwn[at] ?? -Infinity,
    isFirst: withOwn[at] === Math.max(...withOwn),
    bestOther: Math.max(...scoresOf(gallery.filter(({ subject }) => subject !== probe.subject))),
  };
}
