import { windowsLetters } from '../../lib/windows-letters.ts';

const invisible =
  'shy zwj zwnj lrm rlm NoBreak ZeroWidthSpace NegativeVeryThinSpace NegativeThinSpace NegativeMediumSpace NegativeThickSpace ' +
  'InvisibleComma InvisibleTimes ApplyFunction';
const blank = 'nbsp ensp emsp thinsp hairsp numsp puncsp NonBreakingSpace ThinSpace VeryThinSpace Tab NewLine';
const others =
  'amp=& AMP=& lt=< LT=< gt=> GT=> quot=" QUOT=" apos=\' lsquo=\' rsquo=\' ldquo=" rdquo=" hyphen=- dash=- ndash=– ' +
  'mdash=— period=. comma=, lowbar=_ commat=@ sol=/ num=# percnt=% colon=: plus=+ semi=; lpar=( rpar=) verbar=| ' +
  'AElig=Æ aelig=æ OElig=Œ oelig=œ szlig=ß Oslash=Ø oslash=ø ETH=Ð eth=ð THORN=Þ thorn=þ Lstrok=Ł lstrok=ł Dstrok=Đ ' +
  'dstrok=đ Hstrok=Ħ hstrok=ħ Tstrok=Ŧ tstrok=ŧ ENG=Ŋ eng=ŋ imath=ı inodot=ı';

/** Named references that can stand in, between or within names; HTML has two thousand more. */
const named = new Map<string, string>([
  ...invisible.split(' ').map((name) => [name, ''] as const),
  ...blank.split(' ').map((name) => [name, ' '] as const),
  ...others.split(' ').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const),
]);

/** What follows a letter in 'eacute' and its like, as a mark to put on it; mathematical alphabets have none. */
const marks: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  tilde: '\u0303',
  macr: '\u0304',
  breve: '\u0306',
  dot: '\u0307',
  uml: '\u0308',
  ring: '\u030A',
  dblac: '\u030B',
  caron: '\u030C',
  cedil: '\u0327',
  ogon: '\u0328',
  fr: '',
  scr: '',
  opf: '',
};

const longestFirst = (names: Iterable<string>): string => [...names].sort((a, b) => b.length - a.length).join('|');
/** Browsers open many of them without the semicolon, too. */
const reference = new RegExp(
  `&(?:#x([\\da-f]+)|#(\\d+)|([a-z])(${longestFirst(Object.keys(marks))})|(${longestFirst(named.keys())}));?`,
  'gi',
);

/** References to 128 to 159 mean Windows' letters (HTML Living Standard, numeric character reference end state). */
const characterOf = (code: number): string =>
  code > 0 && code <= 0x10ffff ? windowsLetters(String.fromCodePoint(code)) : '\uFFFD';

/** 'Zo&euml;', '&#90;o&#xEB;' → 'Zoë': a text with its HTML character references opened, once. */
export function openReferences(text: string): string {
  return text.replace(
    reference,
    (whole, hex?: string, decimal?: string, letter?: string, mark?: string, name?: string) => {
      if (hex !== undefined) return characterOf(Number.parseInt(hex, 16));
      if (decimal !== undefined) return characterOf(Number(decimal));
      if (letter !== undefined) return letter + (marks[mark!.toLowerCase()] ?? '');
      return named.get(name!) ?? named.get(name!.toLowerCase()) ?? whole;
    },
  );
}
