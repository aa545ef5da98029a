import type { Pupil } from '../../src/policy/words/people.ts';
import type { Random } from './random.ts';
import { textAsPath, xHeightOf, type Typeface } from './text-as-path.ts';

export const labelKinds = [
  'easy card',
  'card',
  'lanyard',
  'round badge',
  'sticker',
  'shirt',
  'bib',
  'certificate',
  'board',
  'peg',
  'plate',
] as const;
export type LabelKind = (typeof labelKinds)[number];

/** A line of a label; the box is in the label's own pixels. */
export interface LabelLine {
  readonly text: string;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** It is the pupil's name (or the plate's number). */
  readonly main: boolean;
}

/** A label as an SVG picture with a transparent surround. */
export interface Label {
  readonly kind: LabelKind;
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly LabelLine[];
  readonly handwritten: boolean;
  /** Height of the main line's small letters, in the label's own pixels. */
  readonly xHeight: number;
}

interface Style {
  readonly typeface: Typeface;
  readonly ink: string;
  readonly size: number;
}

const printed: readonly Typeface[] = ['sans', 'rounded', 'serif', 'capitals', 'narrow'];
const byHand: readonly Typeface[] = ['neatHand', 'cursiveHand', 'marker'];
/** Letters are drawn at this x-height and made smaller when put into a photo. */
const drawnXHeight = 48;

/** Collects lines of text one below another, each centred, and knows how large they became. */
class Sheet {
  readonly parts: string[] = [];
  readonly lines: LabelLine[] = [];
  readonly centre: number;
  y = 0;

  constructor(centre: number) {
    this.centre = centre;
  }

  write(text: string, { typeface, ink, size }: Style, main: boolean): void {
    const path = textAsPath(typeface, text, size);
    const x = this.centre - path.width / 2;
    const baseline = this.y - path.top;
    this.parts.push(
      `<path d="${path.d}" transform="translate(${x.toFixed(1)} ${baseline.toFixed(1)})" fill="${ink}"/>`,
    );
    this.lines.push({ text, main, box: { x, y: this.y, width: path.width, height: path.bottom - path.top } });
    this.y += path.bottom - path.top;
  }
}

const plateLetters = 'ABCDEFGHJKLMNPRSTUVWXY';

function wordsFor(kind: LabelKind, pupil: Pupil, random: Random): string {
  const { first, last } = pupil.name;
  const full = `${first} ${last}`;
  if (kind === 'plate') {
    const letters = Array.from({ length: 5 }, () => plateLetters.charAt(random.below(plateLetters.length))).join('');
    return `${letters.slice(0, 2)}${String(10 + random.below(60))} ${letters.slice(2)}`;
  }
  if (kind === 'shirt' || kind === 'bib') return random.chance(0.5) ? last.toUpperCase() : first.toUpperCase();
  if (kind === 'certificate') return full;
  if (kind === 'peg' || kind === 'easy card') return random.chance(0.6) ? first : full;
  return random.pick([first, full, full, `${first} ${last.charAt(0)}`]);
}

const paper = (random: Random): string => random.pick(['#ffffff', '#fdfbf2', '#fff8d6', '#eaf4ff', '#f4f4f4']);
const strong = (random: Random): string =>
  random.pick(['#b01020', '#103a80', '#0c6b3a', '#5a1a7a', '#d06010', '#111111']);

interface Ground {
  readonly fill: string;
  readonly ink: string;
}

/** Dark on light, or light on dark. */
function ground(random: Random, darkChance: number): Ground {
  return random.chance(darkChance)
    ? { fill: strong(random), ink: '#ffffff' }
    : { fill: paper(random), ink: random.pick(['#111111', '#222266', '#402020']) };
}

interface Plan {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly ground: Ground | null;
  readonly header: boolean;
  readonly shape: 'rectangle' | 'round' | 'lanyard';
  readonly margin: number;
}

function planOf(kind: LabelKind, random: Random): Plan {
  const small = random.pick(['Year 5', 'Class 6B', 'St Mary’s School', 'Visitor', 'School Council', 'Reading Buddy']);
  const base = { before: [], after: [], header: false, shape: 'rectangle', margin: 0.9 } as const;
  switch (kind) {
    case 'easy card':
      return { ...base, ground: { fill: '#ffffff', ink: '#111111' }, header: random.chance(0.5) };
    case 'card':
      return {
        ...base,
        ground: ground(random, 0.25),
        after: random.chance(0.5) ? [small] : [],
        header: random.chance(0.4),
      };
    case 'lanyard':
      return { ...base, ground: ground(random, 0.15), shape: 'lanyard', after: [small], margin: 1.2 };
    case 'round badge':
      return {
        ...base,
        ground: ground(random, 0.5),
        shape: 'round',
        after: random.chance(0.4) ? [small] : [],
        margin: 1.1,
      };
    case 'sticker':
      return { ...base, ground: { fill: '#ffffff', ink: '#1a1a60' }, before: ['my name is'], header: true };
    case 'shirt':
      return { ...base, ground: null, margin: 0.2 };
    case 'bib':
      return { ...base, ground: ground(random, 0.6), after: [String(1 + random.below(99))], margin: 1 };
    case 'certificate':
      return {
        ...base,
        ground: { fill: '#fffdf5', ink: '#202040' },
        before: ['Certificate of Achievement', 'awarded to'],
        after: ['for excellent effort in Maths', '12 July'],
        margin: 1.5,
      };
    case 'board':
      return { ...base, ground: ground(random, 0.3), before: ['Star of the week'], after: ['Well done!'], margin: 1.5 };
    case 'peg':
      return { ...base, ground: ground(random, 0.2), margin: 0.5 };
    case 'plate':
      return { ...base, ground: { fill: random.pick(['#ffffff', '#f2c300']), ink: '#111111' }, margin: 0.4 };
  }
}

function outline(plan: Plan, width: number, height: number, random: Random): string {
  if (plan.ground === null) return '';
  const { fill } = plan.ground;
  const edge = random.chance(0.5) ? ` stroke="${strong(random)}" stroke-width="6"` : '';
  if (plan.shape === 'round') {
    return `<ellipse cx="${width / 2}" cy="${height / 2}" rx="${width / 2 - 4}" ry="${height / 2 - 4}" fill="${fill}"${edge}/>`;
  }
  const header = plan.header
    ? `<rect x="4" y="4" width="${width - 8}" height="${drawnXHeight * 0.9}" rx="10" fill="${strong(random)}"/>`
    : '';
  const cord =
    plan.shape === 'lanyard'
      ? `<path d="M ${width / 2} 40 L ${width * 0.1} ${-height * 0.9} M ${width / 2} 40 L ${width * 0.9} ${-height * 0.9}" stroke="${strong(random)}" stroke-width="18"/>`
      : '';
  return `${cord}<rect x="4" y="4" width="${width - 8}" height="${height - 8}" rx="12" fill="${fill}"${edge}/>${header}`;
}

/** Colours for letters straight on cloth, which must stand out from it. */
function inkOnCloth(clothIsDark: boolean, random: Random): string {
  return random.pick(clothIsDark ? ['#ffffff', '#f2c300', '#e8e8e8'] : ['#101010', '#b01020', '#102a70']);
}

export interface LabelOptions {
  readonly handwritten: boolean;
  /** What lies under a name printed straight on clothing. */
  readonly clothIsDark: boolean;
}

/** Draws a label of a kind for a pupil. */
export function drawLabel(kind: LabelKind, pupil: Pupil, random: Random, options: LabelOptions): Label {
  const { handwritten } = options;
  const easy = kind === 'easy card';
  const typeface = handwritten
    ? random.pick(byHand)
    : easy
      ? 'sans'
      : kind === 'plate'
        ? 'narrow'
        : random.pick(printed);
  const plan = planOf(kind, random);
  const ink = plan.ground?.ink ?? inkOnCloth(options.clothIsDark, random);
  const mainSize = drawnXHeight / xHeightOf(typeface);
  const smallStyle: Style = {
    typeface: handwritten ? 'sans' : typeface,
    ink,
    size: mainSize * random.between(0.45, 0.7),
  };
  const gap = drawnXHeight * 0.55;

  const sheet = new Sheet(0);
  sheet.y = plan.header ? drawnXHeight * 0.9 : 0;
  for (const line of plan.before) {
    sheet.write(line, smallStyle, false);
    sheet.y += gap;
  }
  sheet.write(wordsFor(kind, pupil, random), { typeface, ink, size: mainSize }, true);
  for (const line of plan.after) {
    sheet.y += gap;
    sheet.write(line, smallStyle, false);
  }
  const margin = plan.margin * drawnXHeight;
  const roundness = plan.shape === 'round' ? 0.35 : 0;
  const textWidth = Math.max(...sheet.lines.map((line) => line.box.width));
  const width = Math.ceil(textWidth * (1 + roundness) + 2 * margin);
  const extra =
    plan.shape === 'lanyard' ? textWidth * 0.35 : roundness * sheet.y + (roundness > 0 ? textWidth * 0.15 : 0);
  const height = Math.ceil(sheet.y + 2 * margin + extra);
  const [dx, dy] = [width / 2, (height - sheet.y) / 2];
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" overflow="visible">` +
    `${outline(plan, width, height, random)}<g transform="translate(${dx} ${dy})">${sheet.parts.join('')}</g></svg>`;
  const lines = sheet.lines.map((line) => ({ ...line, box: { ...line.box, x: line.box.x + dx, y: line.box.y + dy } }));
  return { kind, svg, width, height, lines, handwritten, xHeight: drawnXHeight };
}
