import type { PupilId } from '../words/people.ts';
import { findEmbeddedNames } from './find-embedded-names.ts';
import { findFullNames } from './find-full-names.ts';
import { findInitials } from './find-initials.ts';
import { findSingleNames } from './find-single-names.ts';
import type { NameIndex } from './index-names.ts';
import { partFigures } from './part-figures.ts';
import { partRunTogether } from './part-run-together.ts';
import { readUnits, type NameUnit } from './read-units.ts';
import { dropApostrophes, setApostrophes } from './set-apostrophes.ts';
import { splitWords, type Word } from './split-words.ts';
import { webReadings } from './web-readings.ts';

/** Where a text stands: read off the picture (print may be misread), typed prose, a list of tags, or the file's name. */
export type NameCarrier = 'picture' | 'prose' | 'tag' | 'file-name';

/** Whom to look for, and in what. */
export interface NameContext {
  readonly names: NameIndex;
  readonly carrier: NameCarrier;
}

/** One name in a text. Several pupils where they share it. */
export interface NameFound {
  readonly pupils: readonly PupilId[];
  readonly confidence: 'certain' | 'likely' | 'possible';
  readonly form: 'full' | 'initial' | 'first' | 'last';
  /** The matched part as it stands in the text. */
  readonly part: string;
}

/** A name found, by word positions and by position in the index, before overlapping ones are sorted out. */
export interface NameSpan {
  readonly from: number;
  readonly to: number;
  readonly pupils: readonly number[];
  readonly confidence: NameFound['confidence'];
  readonly form: NameFound['form'];
  readonly cost: number;
}

/** What every search for names works on. */
export interface NameText {
  readonly words: readonly Word[];
  readonly units: readonly NameUnit[];
  readonly index: NameIndex;
  readonly carrier: NameCarrier;
}

const formRank = { full: 0, initial: 1, first: 2, last: 3 } as const;
const sureness = { certain: 0, likely: 1, possible: 2 } as const;

/** Whole names before parts, then the surer, the nearer and the longer. */
function compareSpans(a: NameSpan, b: NameSpan): number {
  return (
    formRank[a.form] - formRank[b.form] ||
    sureness[a.confidence] - sureness[b.confidence] ||
    a.cost - b.cost ||
    b.to - b.from - (a.to - a.from) ||
    a.from - b.from
  );
}

const overlaps = (a: NameSpan, b: NameSpan): boolean => a.from <= b.to && b.from <= a.to;

function findIn(text: string, { names, carrier }: NameContext): NameFound[] {
  const words = splitWords(text, carrier);
  const searched: NameText = { words, units: readUnits(words, names, carrier === 'picture'), index: names, carrier };
  // Whoever types makes slips, too; but only a whole name stands out from words then.
  const whole = carrier === 'picture' ? searched : { ...searched, units: readUnits(words, names, true) };
  const spans = [
    ...findFullNames(whole),
    ...findInitials(searched),
    ...findSingleNames(searched),
    ...findEmbeddedNames(searched),
  ];
  const kept: NameSpan[] = [];
  for (const span of spans.sort(compareSpans)) if (!kept.some((one) => overlaps(one, span))) kept.push(span);
  return kept
    .sort((a, b) => a.from - b.from)
    .map(({ from, to, pupils, confidence, form }) => ({
      pupils: pupils.map((at) => names.ids[at]!),
      confidence,
      form,
      part: words
        .slice(from, to + 1)
        .map((word) => word.text)
        .join(' '),
    }));
}

const isSurer = (a: NameFound, b: NameFound): boolean =>
  (formRank[a.form] - formRank[b.form] || sureness[a.confidence] - sureness[b.confidence]) < 0;

/** Of what several readings of one text name, each pupil once, by the surest reading. */
function onceEach(found: readonly NameFound[]): NameFound[] {
  const best = new Map<string, NameFound>();
  for (const one of found) {
    const key = one.pupils.join(' ');
    const before = best.get(key);
    if (before === undefined || isSurer(one, before)) best.set(key, one);
  }
  return [...best.values()];
}

/** Names in a text that was changed for looking: what was set apart may have belonged together. */
function findInDoubt(text: string, context: NameContext): NameFound[] {
  return findIn(text, context).map((found) => (found.form === 'full' ? found : { ...found, confidence: 'possible' }));
}

/** Print as a reader of it sees it beyond what was read: 'ELLA10' is Ella's shirt, 'ELLAS TRAY' hers without an apostrophe. */
function findInOtherReadings(readings: readonly string[], context: NameContext): NameFound[] {
  const { carrier, names } = context;
  const isNew = (reading: string, at: number, all: readonly string[]): boolean =>
    !readings.includes(reading) && all.indexOf(reading) === at;
  const read = (way: (reading: string) => string): NameFound[] =>
    readings
      .map(way)
      .filter(isNew)
      .flatMap((reading) => findInDoubt(reading, context));
  const figures = carrier === 'picture' ? read(partFigures) : [];
  const owners = carrier === 'picture' || carrier === 'prose' ? read((text) => setApostrophes(text, names)) : [];
  // 'JonesAlex7' has the whole name of somebody; of parts, as in 'MayDay', nothing follows. In print 'ZoëC' lost a blank.
  const whole = read(partRunTogether).filter(
    ({ form }) => form === 'full' || (carrier === 'picture' && form === 'initial'),
  );
  return [...figures, ...owners.map((one) => ({ ...one, part: dropApostrophes(one.part) })), ...whole];
}

/**
 * The pupils named in a text, in reading order. Whole names count in either order; a name that several pupils share
 * names all of them. Words that are names as well need a capital and something more. Print is read with the slips that
 * readers of print make; typed text only as it stands, and as a website would show it.
 */
export function findNames(text: string, context: NameContext): NameFound[] {
  const readings = context.carrier === 'picture' ? [text] : webReadings(text);
  const found = readings.flatMap((reading) => findIn(reading, context));
  const more = findInOtherReadings(readings, context);
  return readings.length + more.length === 1 ? found : onceEach([...found, ...more]);
}
