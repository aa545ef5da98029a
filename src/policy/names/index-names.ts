import type { Pupil, PupilId } from '../words/people.ts';
import { particles } from './common-words.ts';
import { foldText } from './fold-text.ts';
import { openReferences } from './open-references.ts';
import { ocrSkeleton } from './ocr-skeleton.ts';
import { shortNamesOf } from './short-names.ts';
import { spellingsOf } from './spellings-of.ts';

/** How a word stands to a pupil's name: recorded as such, a part of it, or a short form nobody recorded. */
export type NameStrength = 'recorded' | 'part' | 'short';

/** Pupils (by position in `ids`) who have a word in their given or last names. */
export type NameHolders = ReadonlyMap<number, NameStrength>;

/** All names of a roll, looked up by folded words. Built once a roll, read many times; holds nothing of any photo. */
export interface NameIndex {
  readonly ids: readonly PupilId[];
  readonly given: ReadonlyMap<string, NameHolders>;
  readonly last: ReadonlyMap<string, NameHolders>;
  /** First letters of each pupil's given and last names, by position. */
  readonly initials: readonly { readonly given: string; readonly last: string }[];
  /** Given and last name run together in either order, and recorded full names. */
  readonly whole: ReadonlyMap<string, ReadonlySet<number>>;
  /** First letter of a given name and the last name run together in either order, as in user names: 'ajones', 'jonesa'. */
  readonly initialled: ReadonlyMap<string, ReadonlySet<number>>;
  /** Skeleton → the names that have it. */
  readonly bySkeleton: ReadonlyMap<string, readonly string[]>;
  /** A skeleton with one letter left out (two from nine letters up) → skeletons. */
  readonly byDeletion: ReadonlyMap<string, readonly string[]>;
}

type Holders = Map<string, Map<number, NameStrength>>;

const rank: Readonly<Record<NameStrength, number>> = { recorded: 2, part: 1, short: 0 };

function put(into: Holders, key: string, pupil: number, strength: NameStrength): void {
  if (key === '') return;
  const holders = into.get(key) ?? new Map<number, NameStrength>();
  into.set(key, holders);
  const before = holders.get(pupil);
  if (before === undefined || rank[strength] > rank[before]) holders.set(pupil, strength);
}

function append<Key, Value>(into: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = into.get(key);
  if (list === undefined) into.set(key, [value]);
  else list.push(value);
}

/** The words of a name; whatever is no letter parts them ('Anne-Marie', 'Sam/Sammy'), but apostrophes do not. */
const partsOf = (name: string): string[] => name.split(/[^\p{L}\p{M}\p{N}'’‘`´ʼ]+/u);

const wordsOf = (name: string): string[] =>
  partsOf(name)
    .map(foldText)
    .filter((word) => word !== '');

function putGiven(given: Holders, name: string, pupil: number): void {
  const words = wordsOf(name);
  put(given, words.join(''), pupil, 'recorded');
  if (words.length > 1) for (const word of words) if (word.length > 1) put(given, word, pupil, 'part');
  for (const short of [words[0] ?? '', words.join('')].flatMap(shortNamesOf)) put(given, short, pupil, 'short');
}

/** Slavic last names differ between brothers and sisters: Wiśniewski and Wiśniewska, Petrov and Petrova. */
const slavicEndings = [
  [/(sk|ck|zk)i$/, '$1a'],
  [/(sk|ck|zk)a$/, '$1i'],
  [/([oe])v$/, '$1va'],
  [/([oe])va$/, '$1v'],
] as const;

function putLast(last: Holders, name: string, pupil: number): void {
  const words = wordsOf(name);
  const folded = words.join('');
  for (const [ending, other] of slavicEndings) {
    if (folded.length > 4 && ending.test(folded)) put(last, folded.replace(ending, other), pupil, 'part');
  }
  put(last, words.join(''), pupil, 'recorded');
  if (words.length > 1)
    for (const word of words) if (word.length > 2 && !particles.has(word)) put(last, word, pupil, 'part');
}

/** Shortened skeletons under which a misread word can meet the name: what both leave out falls together. */
export function deletionsOf(skeleton: string): string[] {
  if (skeleton.length < 4) return [skeleton];
  const once = (text: string): string[] =>
    Array.from({ length: text.length }, (_, at) => text.slice(0, at) + text.slice(at + 1));
  const first = once(skeleton);
  return [
    ...new Set(
      skeleton.length < 9 || skeleton.length > 14 ? [skeleton, ...first] : [skeleton, ...first, ...first.flatMap(once)],
    ),
  ];
}

function hold(into: Map<string, Set<number>>, key: string, at: number): void {
  const holders = into.get(key);
  if (holders === undefined) into.set(key, new Set([at]));
  else holders.add(at);
}

/** Long enough to be a name of its own: two letters, or one sign of a script whose signs are words. */
const isEnough = (name: string): boolean =>
  !particles.has(name) && (name.length > 1 || /[^\p{Script=Latin}]/u.test(name));

const endsOf = (last: string): string[] =>
  spellingsOf(last)
    .flatMap((name) => [name, ...partsOf(name)])
    .map(foldText)
    .filter(isEnough);

function putWhole(
  whole: Map<string, Set<number>>,
  { first, last, preferred, others }: Pupil['name'],
  at: number,
): void {
  const ends = endsOf(last);
  const recorded = [first, ...partsOf(first), preferred ?? '', ...partsOf(preferred ?? ''), ...others]
    .flatMap(spellingsOf)
    .map(foldText);
  const givens = new Set([...recorded, ...recorded.flatMap(shortNamesOf)].filter(isEnough));
  const former = others
    .filter((name) => wordsOf(name).length > 1)
    .flatMap(spellingsOf)
    .map(foldText);
  const keys = [...givens].flatMap((name) => [...new Set(ends)].flatMap((end) => [name + end, end + name]));
  for (const key of [...former, ...keys]) hold(whole, key, at);
}

function putInitialled(into: Map<string, Set<number>>, name: Pupil['name'], at: number): void {
  const keys = Array.from(initialsOf(name).given).flatMap((letter) =>
    endsOf(name.last).flatMap((end) => [letter + end, end + letter]),
  );
  for (const key of keys) hold(into, key, at);
}

function initialsOf({ first, last, preferred, others }: Pupil['name']): { given: string; last: string } {
  const letters = (names: readonly string[]): string => names.map((name) => foldText(name).slice(0, 1)).join('');
  return { given: letters([first, preferred ?? '', ...others]), last: letters([last, ...partsOf(last)]) };
}

/** Lists that come off a web page hold "O&#39;Neill"; nobody writes that on a badge. */
function openName(pupil: Pupil): Pupil {
  const { first, last, preferred, others } = pupil.name;
  const name = {
    ...{ first: openReferences(first), last: openReferences(last), others: others.map(openReferences) },
    ...(preferred === undefined ? {} : { preferred: openReferences(preferred) }),
  };
  return { ...pupil, name };
}

/** Indexes every way the pupils' names may be written: recorded, in parts, short, run together, and as misread print. */
export function indexNames(listed: readonly Pupil[]): NameIndex {
  const pupils = listed.map(openName);
  const given: Holders = new Map();
  const last: Holders = new Map();
  const whole = new Map<string, Set<number>>();
  const initialled = new Map<string, Set<number>>();
  pupils.forEach((pupil, at) => {
    const { first, preferred, others } = pupil.name;
    for (const name of [first, preferred ?? '', ...others].flatMap(spellingsOf)) putGiven(given, name, at);
    for (const name of spellingsOf(pupil.name.last)) putLast(last, name, at);
    // "Sam Smith" among the other names is a whole former name: its last word is a last name.
    for (const name of others.flatMap(spellingsOf)) {
      const words = wordsOf(name);
      if (words.length > 1) put(last, words.at(-1)!, at, 'recorded');
    }
    putWhole(whole, pupil.name, at);
    putInitialled(initialled, pupil.name, at);
  });
  const bySkeleton = new Map<string, string[]>();
  for (const name of new Set([...given.keys(), ...last.keys()])) append(bySkeleton, ocrSkeleton(name), name);
  const byDeletion = new Map<string, string[]>();
  for (const skeleton of bySkeleton.keys()) for (const key of deletionsOf(skeleton)) append(byDeletion, key, skeleton);
  const initials = pupils.map((pupil) => initialsOf(pupil.name));
  return { ids: pupils.map((pupil) => pupil.id), given, last, initials, whole, initialled, bySkeleton, byDeletion };
}
