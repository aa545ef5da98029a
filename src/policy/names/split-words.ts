import { foldText } from './fold-text.ts';

/** One word of a text, with what its surroundings say. */
export interface Word {
  /** As it stands. */
  readonly text: string;
  /** For comparing; a possessive 's is left off. */
  readonly folded: string;
  readonly isCapital: boolean;
  readonly isPossessive: boolean;
  /** A single capital letter; 'A' and 'I' only with a full stop behind, because without it they are words. */
  readonly isInitial: boolean;
  /** What parts it from the word before: nothing but blanks, a comma, or a stronger mark. */
  readonly gap: 'blank' | 'comma' | 'stop';
  readonly startsSentence: boolean;
  /** Position of its first and behind its last character. */
  readonly from: number;
  readonly to: number;
}

const wordForm = /[\p{L}\p{M}\p{N}|]+(?:['’‘`´ʼ][\p{L}\p{M}\p{N}]+)*/gu;

/** In 'MaryJones_2024' the parts are names too: breaks at underscores need no help, a new capital and digits do. */
function openFileName(name: string): string {
  return name
    .replace(/\.[A-Za-z0-9]{2,5}$/, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L})/gu, '$1 $2');
}

function gapOf(between: string): Word['gap'] {
  // A full stop behind an initial or a title ends no sentence; single letters are handled by the caller.
  if (/[!?;:()[\]"“”•/]|\.\s|\.$|\s[-–—]\s/.test(between)) return 'stop';
  return /[,&+]/.test(between) ? 'comma' : 'blank';
}

const endsNoSentence = /^(?:\p{L}|mr|mrs|ms|mx|dr|st|prof|rev)$/iu;

function toWord(match: RegExpExecArray, text: string, before: Word | undefined): Word {
  const [raw] = match;
  const bare = raw.replace(/['’‘`´ʼ]s$/i, '');
  const between = text.slice(before?.to ?? 0, match.index);
  const isAbbreviation = before !== undefined && endsNoSentence.test(before.text) && /^\.\s*$/.test(between);
  const gap = before === undefined ? 'stop' : isAbbreviation ? 'blank' : gapOf(between);
  const first = bare.slice(0, 1);
  return {
    text: raw,
    folded: foldText(bare),
    // Scripts without capitals count as capitals; so does a digit read in place of one, as in '0liver'.
    isCapital: first === first.toUpperCase(),
    isPossessive: bare !== raw,
    isInitial: /^\p{Lu}$/u.test(bare) && (!/[AI]/.test(bare) || text[match.index + 1] === '.'),
    gap,
    startsSentence: gap === 'stop',
    from: match.index,
    to: match.index + raw.length,
  };
}

/** Spaced lettering, as on bibs: 'S A M' is one word. */
const closeSpacedLetters = (text: string): string =>
  text.replace(/(?<![\p{L}\p{N}])\p{L}(?: \p{L}){2,}(?![\p{L}\p{N}'’])/gu, (run) => run.replaceAll(' ', ''));

/** The words of a text in order. File names are taken apart at capitals and digits first. */
export function splitWords(text: string, isFileName = false): Word[] {
  const opened = closeSpacedLetters(isFileName ? openFileName(text) : text);
  const words: Word[] = [];
  for (const match of opened.matchAll(wordForm)) words.push(toWord(match, opened, words.at(-1)));
  return words.filter((word) => word.folded !== '');
}
