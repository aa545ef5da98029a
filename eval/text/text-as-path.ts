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

/** Draws a line of text as a path, so that no font needs to be installed. */
export function textAsPath(typeface: Typeface, text: string, fontSizePx: number): TextPath {
  const font = openFont(typeface);
  const path = font.getPath(text, 0, 0, fontSizePx, { kerning: true });
  const box = path.getBoundingBox();
  return { d: path.toPathData(2), width: font.getAdvanceWidth(text, fontSizePx), top: box.y1, bottom: box.y2 };
}
