import type { Model } from '../../inference/open-model.ts';
import type { Raster } from '../../lib/raster.ts';
import { sizeOfLine, turnQuad, type BentQuad } from './bent-quad.ts';
import { cutStrip } from './cut-strip.ts';
import type { Reading } from './decode-ctc.ts';
import type { Alphabet } from './read-alphabet.ts';

import { readLines } from './read-lines.ts';
import { upsideDown } from './upside-down.ts';

/** A line that was read; the quad's corners are in the order of the text itself. */
export interface ReadQuad extends Reading, BentQuad {}

export interface ReadingModels {
  readonly recognise: Model;
  readonly direction: Model;
  readonly alphabet: Alphabet;
}

/** Below this score a line is read again from its other sides. */
const sureScore = 0.85;
const surelyUpsideDown = 0.9;
/** Below this nothing in a line looks like a letter, from whichever side. */
const hopelessScore = 0.15;
/** Short words may as well be read from the side. */
const nearlySquareRatio = 1.9;

async function upright(models: ReadingModels, photo: Raster, line: BentQuad): Promise<BentQuad> {
  const chance = await upsideDown(models.direction, cutStrip(photo, line));
  return chance > surelyUpsideDown ? turnQuad(line, 2) : line;
}

function otherWays(line: BentQuad): BentQuad[] {
  const { along, across } = sizeOfLine(line);
  const turns = along < across * nearlySquareRatio ? ([2, 1, 3] as const) : ([2] as const);
  const straight = line.bend === 0 ? [] : [{ quad: line.quad, bend: 0 }];
  return [...turns.map((quarters) => turnQuad(line, quarters)), ...straight];
}

async function read(models: ReadingModels, photo: Raster, lines: readonly BentQuad[], signal: AbortSignal) {
  const strips = lines.map((line) => cutStrip(photo, line));
  const readings = await readLines(models.recognise, strips, models.alphabet, signal);
  return readings.map((reading, index): ReadQuad => ({ ...reading, ...lines[index]! }));
}

/** Reads lines of text in the photo, the right way up whichever way it stands. Answers in the order given. */
export async function readQuads(
  models: ReadingModels,
  photo: Raster,
  lines: readonly BentQuad[],
  signal: AbortSignal,
): Promise<ReadQuad[]> {
  const turned: BentQuad[] = [];
  for (const line of lines) turned.push(await upright(models, photo, line));
  const first = await read(models, photo, turned, signal);
  const doubtful = [...first.keys()].filter(
    (index) => first[index]!.score < sureScore && first[index]!.score >= hopelessScore,
  );
  const others = doubtful.flatMap((index) => otherWays(first[index]!).map((line) => ({ index, line })));
  const again = await read(
    models,
    photo,
    others.map(({ line }) => line),
    signal,
  );
  again.forEach((reading, i) => {
    const { index } = others[i]!;
    if (reading.score > first[index]!.score) first[index] = reading;
  });
  return first;
}
