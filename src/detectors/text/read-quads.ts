import type { Model } from '../../inference/open-model.ts';
import type { Quad } from '../../lib/geometry.ts';
import type { Raster } from '../../lib/raster.ts';
import { cutStrip } from './cut-strip.ts';
import type { Reading } from './decode-ctc.ts';
import type { Alphabet } from './read-alphabet.ts';
import { turnQuad } from './reading-quad.ts';
import { readLines } from './read-lines.ts';
import { upsideDown } from './upside-down.ts';
import { sizeOf } from './warp-quad.ts';

/** A line that was read; the quad's corners are in the order of the text itself. */
export interface ReadQuad extends Reading {
  readonly quad: Quad;
}

export interface ReadingModels {
  readonly recognise: Model;
  readonly direction: Model;
  readonly alphabet: Alphabet;
}

/** Below this score a line is read again from its other sides. */
const sureScore = 0.85;
const surelyUpsideDown = 0.9;
/** Short words may as well be read from the side. */
const nearlySquareRatio = 1.9;

async function upright(models: ReadingModels, photo: Raster, quad: Quad): Promise<Quad> {
  const chance = await upsideDown(models.direction, cutStrip(photo, quad));
  return chance > surelyUpsideDown ? turnQuad(quad, 2) : quad;
}

function otherWays(quad: Quad): Quad[] {
  const { along, across } = sizeOf(quad);
  const turns = along < across * nearlySquareRatio ? ([2, 1, 3] as const) : ([2] as const);
  return turns.map((quarters) => turnQuad(quad, quarters));
}

async function read(models: ReadingModels, photo: Raster, quads: readonly Quad[], signal: AbortSignal) {
  const strips = quads.map((quad) => cutStrip(photo, quad));
  const readings = await readLines(models.recognise, strips, models.alphabet, signal);
  return readings.map((reading, index): ReadQuad => ({ ...reading, quad: quads[index]! }));
}

/** Reads the text in quads of the photo, the right way up whichever way it stands. Answers in the order given. */
export async function readQuads(
  models: ReadingModels,
  photo: Raster,
  quads: readonly Quad[],
  signal: AbortSignal,
): Promise<ReadQuad[]> {
  const turned: Quad[] = [];
  for (const quad of quads) turned.push(await upright(models, photo, quad));
  const first = await read(models, photo, turned, signal);
  const doubtful = [...first.keys()].filter((index) => first[index]!.score < sureScore);
  const others = doubtful.flatMap((index) => otherWays(first[index]!.quad).map((quad) => ({ index, quad })));
  const again = await read(
    models,
    photo,
    others.map(({ quad }) => quad),
    signal,
  );
  again.forEach((reading, i) => {
    const { index } = others[i]!;
    if (reading.score > first[index]!.score) first[index] = reading;
  });
  return first;
}
