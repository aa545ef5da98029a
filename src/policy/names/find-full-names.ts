import { nameWords, ordinaryWords } from './common-words.ts';
import type { NameSpan, NameText } from './find-names.ts';
import type { NameHit, NameUnit } from './read-units.ts';
import { isFigure } from './single-text.ts';
import { isShouted } from './tell-by-capitals.ts';

/** The costliest reading of both names together, as a share of their letters. */
const dearestShare = 0.2;
const mostMiddleNames = 2;

/** Whether the given and the last name may belong together: side by side, or with one or two middle names between them. */
function arePartners(given: NameUnit, last: NameUnit, { words }: NameText): boolean {
  const [left, right] = given.from < last.from ? [given, last] : [last, given];
  const between = words.slice(left.to + 1, right.from);
  if (left.to >= right.from || between.length > mostMiddleNames) return false;
  const gap = words[right.from]!.gap;
  // "Jones, Sam" is one person; "Sam, Jones" are two, and so is anything a full stop parts.
  if (between.length === 0) return gap === 'blank' || (gap === 'comma' && left === last);
  const areNames = between.every(
    (word) => word.gap === 'blank' && (word.isInitial || (word.isCapital && !ordinaryWords.has(word.folded))),
  );
  return gap === 'blank' && areNames && left === given;
}

/** A wrong letter in a short name needs the other name as it is recorded. */
const isFar = ({ cost, name }: NameHit): boolean => name.length <= 4 && cost > 0.6;

interface Found {
  readonly pupil: number;
  readonly cost: number;
  readonly isRecorded: boolean;
}

/** Pupils who have both names, those read nearest first. */
function sharedPupils(given: NameUnit, last: NameUnit, carrier: NameText['carrier']): Found[] {
  // Whoever types 'Potter' means it: a word that is a name of its own is no slip for another.
  const isMeant = (unit: NameUnit, { cost }: NameHit): boolean =>
    carrier !== 'picture' && cost > 0 && nameWords.has(unit.folded);
  const found: Found[] = [];
  for (const [pupil, first] of given.given) {
    const second = last.last.get(pupil);
    if (second === undefined || isMeant(given, first) || isMeant(last, second)) continue;
    if (isFar(first) && second.cost > 0) continue;
    if (isFar(second) && first.cost > 0) continue;
    const cost = first.cost + second.cost;
    if (cost > dearestShare * (given.folded.length + last.folded.length)) continue;
    found.push({ pupil, cost, isRecorded: first.strength === 'recorded' && second.strength === 'recorded' });
  }
  return found.sort((a, b) => a.cost - b.cost);
}

/** Two ordinary words are a name only in capitals, and even then not surely: 'Rose Hall', 'SUMMER DAY'. */
function readWordsAsNames(unit: NameUnit, { words, carrier }: NameText): 'name' | 'maybe' | 'no' {
  const isWord = unit.from === unit.to && (nameWords.has(unit.folded) || ordinaryWords.has(unit.folded));
  if (!isWord) return 'name';
  return words[unit.from]!.isCapital || carrier === 'file-name' || carrier === 'tag' ? 'maybe' : 'no';
}

function pairUp(given: NameUnit, last: NameUnit, text: NameText): NameSpan[] {
  if (!arePartners(given, last, text)) return [];
  const readings = [readWordsAsNames(given, text), readWordsAsNames(last, text)];
  const shared = sharedPupils(given, last, text.carrier);
  const [nearest] = shared;
  if (nearest === undefined) return [];
  const isLower = readings.includes('no');
  const same = shared.filter((one) => one.cost <= nearest.cost + (nearest.cost === 0 ? 0 : 0.3));
  const [from, to] = [Math.min(given.from, last.from), Math.max(given.to, last.to)];
  if (isLower && (nearest.cost > 0 || text.words[from]!.isPossessive || !isEnoughInLower(readings, text))) return [];
  const isHeadline = isShouted(text.words) || (text.words.length > 3 && text.words[from]!.startsSentence);
  const areBothWords = readings.every((reading) => reading === 'maybe');
  const isExact = nearest.cost === 0 && nearest.isRecorded && to - from + 1 === spanOf(given) + spanOf(last);
  const isDoubtful = isLower || (areBothWords && isHeadline) || (text.carrier !== 'picture' && nearest.cost > 0);
  const confidence = isDoubtful ? 'possible' : isExact && !areBothWords ? 'certain' : 'likely';
  return [{ from, to, pupils: same.map((one) => one.pupil), confidence, form: 'full', cost: nearest.cost }];
}

/** 'will clarke' in small letters throughout is somebody; 'rose hall' only where nothing else stands. */
const isEnoughInLower = (readings: readonly string[], { words }: NameText): boolean =>
  readings.includes('name') || words.filter((word) => !isFigure(word)).length === 2;

const spanOf = (unit: NameUnit): number => unit.to - unit.from + 1;

/** Whole names in either order, with a middle name or initial between, or run together as in file names. */
export function findFullNames(text: NameText): NameSpan[] {
  const givens = text.units.filter((unit) => unit.given.size > 0);
  const lasts = text.units.filter((unit) => unit.last.size > 0);
  const pairs = givens.flatMap((given) =>
    lasts.filter((last) => Math.abs(last.from - given.from) <= 4).flatMap((last) => pairUp(given, last, text)),
  );
  const joined = text.units.flatMap((unit): NameSpan[] => {
    // Short joins of Latin letters can be words by chance; longer ones hardly.
    const isShort = unit.folded.length < 6 && /^[a-z]+$/.test(unit.folded);
    if (unit.whole.size === 0 || (isShort && unit.from === unit.to)) return [];
    if (unit.from === unit.to && (nameWords.has(unit.folded) || ordinaryWords.has(unit.folded))) return [];
    if (unit.from < unit.to && pairs.some((pair) => pair.from === unit.from && pair.to === unit.to)) return [];
    if (unit.from < unit.to && !text.words.slice(unit.from, unit.to + 1).every((word) => word.isCapital)) return [];
    return [{ from: unit.from, to: unit.to, pupils: [...unit.whole], confidence: 'likely', form: 'full', cost: 0 }];
  });
  return [...pairs, ...joined];
}
