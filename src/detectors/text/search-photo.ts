import type { Model } from '../../inference/open-model.ts';
import type { Box } from '../../lib/geometry.ts';
import type { Raster } from '../../lib/raster.ts';
import { green, halfGreen, halfGrey, toRaster, type GreyPicture } from './edge-blocks.ts';
import { findSuspects, type Suspect } from './find-suspects.ts';
import { mergeLines } from './merge-lines.ts';
import { packTightly } from './pack-views.ts';
import { planRounds } from './plan-rounds.ts';
import { planZooms } from './plan-zooms.ts';
import type { TwoLayerNet } from './read-two-layers.ts';
import { searchPicture, searchSheet, type TextLine } from './search-sheet.ts';
import type { View } from './view.ts';

export interface SearchModels {
  readonly detect: Model;
  readonly likelihood: TwoLayerNet;
}

/** Photos up to this many pixels are searched at their own size throughout. */
const smallPhotoPixels = 1_300_000;
/** The overview of a larger photo has this long edge at most. */
const overviewLongEdgePx = 640;
/** Enough to look closer. */
const leastSuspicion = 0.35;
const leastTextScore = 0.5;
const surelyText = 0.7;
/** Sheets are about square and hold all views of a round, within these sides. */
const leastSheetPx = 256;
const mostSheetPx = 960;

async function searchViews(
  { detect }: SearchModels,
  photo: Raster,
  views: readonly View[],
  signal: AbortSignal,
): Promise<TextLine[]> {
  const lines: TextLine[] = [];
  for (const sheet of packTightly(views, leastSheetPx, mostSheetPx)) {
    signal.throwIfAborted();
    lines.push(...(await searchSheet(detect, photo, sheet, leastSuspicion)));
  }
  signal.throwIfAborted();
  return lines;
}

/** Rounds of suspects, likeliest first, while they find text. */
async function searchSuspects(
  models: SearchModels,
  photo: Raster,
  suspects: readonly Suspect[],
  signal: AbortSignal,
): Promise<TextLine[]> {
  const lines: TextLine[] = [];
  for (const views of planRounds(suspects)) {
    const found = await searchViews(models, photo, views, signal);
    lines.push(...found);
    if (!found.some(({ score }) => score >= surelyText)) break;
  }
  return lines;
}

/** A long strip of a picture must not become a line. */
const isThick = ({ width, height }: GreyPicture): boolean => Math.min(width, height) >= 32;

/** The whole of a large photo, small and grey: for text that is large in it. */
async function searchOverview({ detect }: SearchModels, photo: Raster, grey: GreyPicture): Promise<TextLine[]> {
  const { width, height } = grey;
  if (Math.min(width, height) < 4) return [];
  const view = { part: { x: 0, y: 0, width: photo.width, height: photo.height }, scale: width / photo.width };
  const sheet = { width, height, placements: [{ view, x: 0, y: 0, width, height }] };
  return searchPicture(detect, toRaster(grey), sheet, leastSuspicion);
}

async function searchSmallPhoto(models: SearchModels, photo: Raster, chests: readonly Box[], signal: AbortSignal) {
  const { width, height } = photo;
  const whole = await searchViews(models, photo, [{ part: { x: 0, y: 0, width, height }, scale: 1 }], signal);
  const suspects = findSuspects(models.likelihood, photo, new Map([[1, green(photo)]]), chests);
  return [...whole, ...(await searchSuspects(models, photo, suspects, signal))];
}

async function searchLargePhoto(models: SearchModels, photo: Raster, chests: readonly Box[], signal: AbortSignal) {
  const half = halfGreen(photo);
  const quarter = halfGrey(half);
  let overview = quarter;
  while (Math.max(overview.width, overview.height) > overviewLongEdgePx && isThick(overview)) {
    overview = halfGrey(overview);
  }
  const large = await searchOverview(models, photo, overview);
  signal.throwIfAborted();
  const reductions = new Map([
    [2, half],
    [4, quarter],
  ]);
  const suspects = findSuspects(models.likelihood, photo, reductions, chests);
  return [...large, ...(await searchSuspects(models, photo, suspects, signal))];
}

/**
 * Finds the lines of text in a photo, surest and finest first. Small photos are searched throughout; of large ones an
 * overview, and places whose edges look like text at the photo's own size. Then a closer look at what is small there.
 * `chests` are where badges are likelier.
 */
export async function searchPhoto(
  models: SearchModels,
  photo: Raster,
  chests: readonly Box[],
  signal: AbortSignal,
): Promise<TextLine[]> {
  signal.throwIfAborted();
  const { width, height } = photo;
  const search = width * height <= smallPhotoPixels ? searchSmallPhoto : searchLargePhoto;
  const coarse = await search(models, photo, chests, signal);
  const fine = await searchViews(models, photo, planZooms(mergeLines(coarse), width, height), signal);
  return mergeLines([...fine, ...coarse].filter(({ score }) => score >= leastTextScore));
}
