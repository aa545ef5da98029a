import { ordinaryWords } from './common-words.ts';
import { deletionsOf, type NameHolders, type NameIndex, type NameStrength } from './index-names.ts';
import { asLatin } from './look-alikes.ts';
import { ocrDistance } from './ocr-distance.ts';
import { ocrSkeleton } from './ocr-skeleton.ts';
import type { Word } from './split-words.ts';

/** How near a pupil's name is: how it is recorded, and the cost of reading the word as that name (0 is exact). */
export interface NameHit {
  readonly strength: NameStrength;
  readonly cost: number;
  /** The name it is read as, folded. */
  readonly name: string;
}

/** One to three neighbouring words that together are somebody's given or last name. */
export interface NameUnit {
  /** First and last word, by position. */
  readonly from: number;
  readonly to: number;
  /** All its letters, folded. */
  readonly folded: string;
  readonly given: ReadonlyMap<number, NameHit>;
  readonly last: ReadonlyMap<number, NameHit>;
  readonly whole: ReadonlySet<number>;
}

const nobody: ReadonlySet<number> = new Set();

/** The dearest reading still worth a look, by length from three letters up; a lone word needs a nearer one than two that agree. */
function dearest(length: number): number {
  return length <= 3 ? 0.5 : length <= 8 ? 1 : 2;
}

/** Names near a misread word, with their cost. Ordinary words, and names that are read without a slip, are left alone. */
function nearNames(folded: string, index: NameIndex): ReadonlyMap<string, number> {
  const exact = index.given.has(folded) || index.last.has(folded);
  if (exact) return new Map([[folded, 0]]);
  const found = new Map<string, number>();
  if (folded.length < 3 || ordinaryWords.has(folded)) return found;
  const skeleton = ocrSkeleton(folded);
  const skeletons = new Set([skeleton, ...deletionsOf(skeleton).flatMap((key) => index.byDeletion.get(key) ?? [])]);
  for (const near of skeletons) {
    for (const name of index.bySkeleton.get(near) ?? []) {
      const cost = ocrDistance(folded, name);
      if (cost <= dearest(Math.max(folded.length, name.length))) found.set(name, cost);
    }
  }
  return found;
}

function collectHits(names: ReadonlyMap<string, number>, of: ReadonlyMap<string, NameHolders>): Map<number, NameHit> {
  const hits = new Map<number, NameHit>();
  for (const [name, cost] of names) {
    for (const [pupil, strength] of of.get(name) ?? []) {
      const before = hits.get(pupil);
      if (before === undefined || cost < before.cost) hits.set(pupil, { strength, cost, name });
    }
  }
  return hits;
}

/** Every unit of the words that is a name on the roll. With `misread`, print that is nearly a name counts too. */
export function readUnits(words: readonly Word[], index: NameIndex, misread: boolean): NameUnit[] {
  const units: NameUnit[] = [];
  for (let from = 0; from < words.length; from += 1) {
    let folded = '';
    for (let to = from; to < Math.min(words.length, from + 3); to += 1) {
      if (to > from && words[to]!.gap !== 'blank') break;
      folded += words[to]!.folded;
      const mayBeMisread = misread && folded.length <= 16 && (to === from || folded.length >= 6);
      const latin = asLatin(folded);
      const isOther = latin !== folded && !index.given.has(folded) && !index.last.has(folded);
      const read = isOther ? latin : folded;
      const names = mayBeMisread ? nearNames(read, index) : new Map([[read, 0]]);
      const given = collectHits(names, index.given);
      const last = collectHits(names, index.last);
      const whole = index.whole.get(read) ?? nobody;
      if (given.size + last.size + whole.size > 0) units.push({ from, to, folded, given, last, whole });
    }
  }
  return units;
}
