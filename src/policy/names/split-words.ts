import type { NameCarrier } from './find-names.ts';
import { foldText } from './fold-text.ts';
import { openText } from './open-text.ts';

/** One word of a text, with what its surroundings say. */
export interface Word {
  /** As it stands. */
  readonly text: string;
  /** For comparing; a possessive 's is left off. */
  readonly folded: string;
  readonly isCapital: boolean;
  readonly isPossessive: boolean;
  /** A single capital letter; 'A' and 'I' in typed text only with a full stop behind, because without it they are words. */
  readonly isInitial: boolean;
  /** It stands in a hashtag, a handle, an address or a file name, where capitals and blanks are left out. */
  readonly isAddress: boolean;
  /** A mark and no blank joins it to another word, as in 'ZO.ON'. */
  readonly isGlued: boolean;
  /** What parts it from the word before: nothing but blanks, a comma, or a stronger mark. */
  readonly gap: 'blank' | 'comma' | 'stop';
  readonly startsSentence: boolean;
  /** Position of its first and behind its last character, in the opened text. */
  readonly from: number;
  readonly to: number;
}

/** In print a bar may be a misread letter; in typed text it parts words. */
const printForm = /[\p{L}\p{M}\p{N}|]+(?:['’‘`´ʼ][\p{L}\p{M}\p{N}]+)*/gu;
const typedForm = /[\p{L}\p{M}\p{N}]+(?:['’‘`´ʼ][\p{L}\p{M}\p{N}]+)*/gu;

/** A stretch without blanks that is a hashtag, a handle or an address. */
const addressForm = /[#@]|:\/\/|\bwww\./i;

function gapOf(between: string, isJoined: boolean): Word['gap'] {
  // 'alex.jones', 'People/Jones' in tags, 'name=Alex+Jones': marks without blanks join in addresses and tags.
  if (isJoined ? /^[./|\\+=_-]$/.test(between) : between === '.') return 'blank';
  // A full stop behind an initial or a title ends no sentence; single letters are handled by the caller.
  if (/[!?;:()[\]"“”•/|]|\.\s|\.$|\s[-–—]\s/.test(between)) return 'stop';
  return /[,&+]/.test(between) ? 'comma' : 'blank';
}

const endsNoSentence = /^(?:\p{L}|mr|mrs|ms|mx|dr|st|prof|rev)$/iu;

function isInitialLetter(bare: string, after: string | undefined, isAddress: boolean, isPrint: boolean): boolean {
  if (isAddress) return /^\p{L}$/u.test(bare);
  return /^\p{Lu}$/u.test(bare) && (isPrint || !/[AI]/.test(bare) || after === '.');
}

/** A word as it was matched, within a stretch without blanks. */
interface Match {
  readonly raw: string;
  readonly from: number;
  readonly stretch: string;
}

function toWord({ raw, from, stretch }: Match, text: string, before: Word | undefined, carrier: NameCarrier): Word {
  const to = from + raw.length;
  const bare = raw.replace(/['’‘`´ʼ]s$/i, '');
  const between = text.slice(before?.to ?? 0, from);
  const isAddress = carrier === 'file-name' || (carrier !== 'picture' && addressForm.test(stretch));
  const isAbbreviation = before !== undefined && endsNoSentence.test(before.text) && /^\.\s*$/.test(between);
  const gap = before === undefined ? 'stop' : isAbbreviation ? 'blank' : gapOf(between, isAddress || carrier === 'tag');
  const first = bare.slice(0, 1);
  return {
    text: raw,
    folded: foldText(bare),
    // Scripts without capitals count as capitals; so does a digit read in place of one, as in '0liver'.
    isCapital: first === first.toUpperCase(),
    isPossessive: bare !== raw,
    isInitial: isInitialLetter(bare, text[to], isAddress, carrier === 'picture'),
    isAddress,
    isGlued:
      /[\p{L}\p{N}][^\s\p{L}\p{N}]$/u.test(text.slice(Math.max(0, from - 2), from)) ||
      /^[^\s\p{L}\p{N}][\p{L}\p{N}]/u.test(text.slice(to, to + 2)),
    gap,
    startsSentence: gap === 'stop',
    from,
    to,
  };
}

/** The words of a text in order, as a reader sees them. File names, hashtags and handles are taken apart. */
export function splitWords(text: string, carrier: NameCarrier): Word[] {
  const opened = openText(text, carrier);
  const words: Word[] = [];
  for (const { 0: stretch, index } of opened.matchAll(/\S+/g)) {
    for (const { 0: raw, index: at } of stretch.matchAll(carrier === 'picture' ? printForm : typedForm)) {
      words.push(toWord({ raw, from: index + at, stretch }, opened, words.at(-1), carrier));
    }
  }
  return words.filter((word) => word.folded !== '');
}
