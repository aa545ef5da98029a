import { nameWords, ordinaryWords, wordsBeforeOthers } from './common-words.ts';
import type { NameSpan, NameText } from './find-names.ts';
import type { NameHit, NameUnit } from './read-units.ts';
import type { Word } from './split-words.ts';

/** The dearest reading of the name beside an initial: a slip or two of print. */
const dearestReading = 0.6;
/** Of the first name and two more. */
const mostInitials = 3;

interface InitialPair {
  readonly from: number;
  readonly to: number;
  readonly hits: ReadonlyMap<number, NameHit>;
  /** Whether a pupil's other name begins with the letter. */
  readonly fits: (pupil: number) => boolean;
}

/** 'A', 'I', and words that are names as well. */
const isWord = ({ text, folded }: Word): boolean => text === 'A' || text === 'I' || nameWords.has(folded);

function toSpans({ from, to, hits, fits }: InitialPair, { words }: NameText): NameSpan[] {
  const fitting = [...hits].filter(([pupil, hit]) => hit.cost <= dearestReading && fits(pupil));
  if (fitting.length === 0) return [];
  const cost = Math.min(...fitting.map(([, hit]) => hit.cost));
  // Addresses are made so for staff as well, and 'A PARK' may be one.
  const isDoubtful = words[from]!.isAddress || words.slice(from, to + 1).every(isWord);
  const confidence = fitting.length === 1 && !isDoubtful ? 'likely' : 'possible';
  return [{ from, to, pupils: fitting.map(([pupil]) => pupil), confidence, form: 'initial', cost }];
}

/** 'S. Jones' and, with a middle name that the list may not have, 'S. T. Jones'; but not 'Mr S. Jones'. */
function initialsBefore(unit: NameUnit, text: NameText): NameSpan[] {
  const { words, index } = text;
  const isJoined = (at: number): boolean => words[at]?.isInitial === true && words[at + 1]!.gap === 'blank';
  const starts: number[] = [];
  for (let at = unit.from - 1; starts.length < mostInitials && isJoined(at); at -= 1) starts.push(at);
  if (wordsBeforeOthers.has(words[unit.from - starts.length - 1]?.folded ?? '')) return [];
  return starts.flatMap((from) => {
    const fits = (pupil: number): boolean => index.initials[pupil]!.given.includes(words[from]!.folded);
    return toSpans({ from, to: unit.to, hits: unit.last, fits }, text);
  });
}

/** 'Jones S' and 'Jones, S.' */
function initialBehind(unit: NameUnit, text: NameText): NameSpan[] {
  const { words, index } = text;
  const letter = words[unit.to + 1];
  if (letter?.isInitial !== true || letter.gap === 'stop') return [];
  const fits = (pupil: number): boolean => index.initials[pupil]!.given.includes(letter.folded);
  return toSpans({ from: unit.from, to: unit.to + 1, hits: unit.last, fits }, text);
}

/** 'Sam J': the given name and the first letter of the last. A word like 'Will' needs a short text: 'Will B'. */
function lastInitial(unit: NameUnit, text: NameText): NameSpan[] {
  const { words, index } = text;
  const letter = words[unit.to + 1];
  if (letter?.isInitial !== true || letter.gap !== 'blank') return [];
  if (nameWords.has(unit.folded) && words.length > 3) return [];
  const fits = (pupil: number): boolean => index.initials[pupil]!.last.includes(letter.folded);
  return toSpans({ from: unit.from, to: unit.to + 1, hits: unit.given, fits }, text);
}

/** An initial with a last name, before or behind it, or a given name with the first letter of the last. */
export function findInitials(text: NameText): NameSpan[] {
  const usable = text.units.filter((unit) => {
    const { isCapital, isAddress } = text.words[unit.from]!;
    return (isCapital || isAddress) && !ordinaryWords.has(unit.folded);
  });
  return usable.flatMap((unit) => [
    ...(unit.last.size > 0 ? [...initialsBefore(unit, text), ...initialBehind(unit, text)] : []),
    ...(unit.given.size > 0 ? lastInitial(unit, text) : []),
  ]);
}
