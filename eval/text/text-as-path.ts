import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype from 'opentype.js';

/** Typefaces of the generator, from font packages, so that pictures are the same on every machine. */
const files = {
  sans: '@fontsource/open-sans/files/open-sans-latin-600-normal.woff',
  rounded: '@fontsource/comic-neue/files/comic-neue-latin-700-normal.woff',
  serif: '@fontsource/merriweather/files/merriweather-latin-400-normal.woff',
  capitals: '@fontsource/bebas-neue/files/bebas-neue-latin-400-normal.woff',
  narrow: '@fontsource/oswald/files/oswald-latin-500-normal.woff',
  neatHand: '@fontsource/patrick-hand/files/patrick-hand-latin-400-normal.woff',
  cursiveHand: '@fontsource/caveat/files/caveat-latin-700-normal.woff',
  marker: '@fontsource/permanent-marker/files/permanent-marker-latin-400-normal.woff',
} as const;

export type Typeface = keyof typeof files;

const fonts = new Map<Typeface, opentype.Font>();

function openFont(typeface: Typeface): opentype.Font {
  const known = fonts.get(typeface);
  if (known !== undefined) return known;
  const file = createRequire(import.meta.url).resolve(files[typeface]);
  const font = opentype.parse(new Uint8Array(readFileSync(file)).buffer);
  fonts.set(typeface, font);
  return font;
}

/** A line of text as an SVG path whose baseline starts at (0, 0). All lengths are in pixels. */
export interface TextPath {
  readonly d: string;
  readonly width: number;
  /** Of the letters as drawn, relative to the baseline; `top` is negative. */
  readonly top: number;
  readonly bottom: number;
}

/** Height of this typeface's small letters (of its capitals where it has no small ones) at a font size of 1. */
export function xHeightOf(typeface: Typeface): number {
  const font = openFont(typeface);
  const box = font.charToGlyph(typeface === 'capitals' || typeface === 'marker' ? 'X' : 'x').getBoundingBox();
  return box.y2 / font.unitsPerEm;
}

/** The outlines in SVG's words. (The library's own writer gives NaN for some numbers near zero.) */
function pathData({ commands }: opentype.Path): string {
  const at = (...numbers: readonly number[]): string => numbers.map((number) => number.toFixed(2)).join(' ');
  return commands
    .map((command) => {
      switch (command.type) {
        case 'M':
        case 'L':
          return `${command.type}${at(command.x, command.y)}`;
        case 'Q':
          return `Q${at(command.x1, command.y1, command.x, command.y)}`;
        case 'C':
          return `C${at(command.x1, command.y1, command.x2, command.y2, command.x, command.y)}`;
        case 'Z':
          return 'Z';
      }
    })
    .join('');
}

/** Draws a line of text as a path, so that no font needs to be installed. Letters stand side by side with kerning. */
export function textAsPath(typeface: Typeface, text: string, fontSizePx: number): TextPath {
  const font = openFont(typeface);
  const scale = fontSizePx / font.unitsPerEm;
  let [d, width, top, bottom] = ['', 0, Infinity, -Infinity];
  let before: opentype.Glyph | undefined;
  for (const character of text) {
    const glyph = font.charToGlyph(character);
    if (before !== undefined) width += font.getKerningValue(before, glyph) * scale;
    const path = glyph.getPath(width, 0, fontSizePx);
    const box = path.getBoundingBox();
    d += pathData(path);
    if (path.commands.length > 0) [top, bottom] = [Math.min(top, box.y1), Math.max(bottom, box.y2)];
    width += (glyph.advanceWidth ?? 0) * scale;
    before = glyph;
  }
  return { d, width, top: Math.min(top, bottom), bottom: Math.max(top, bottom) };
}
