import type { Model } from '../../inference/open-model.ts';
import type { Box } from '../../lib/geometry.ts';
import type { Raster } from '../../lib/raster.ts';
import { findSuspects } from './find-suspects.ts';
import { mergeLines } from './merge-lines.ts';
import { packViews } from './pack-views.ts';
import { isSmallPhoto, planRounds, wholeView } from './plan-views.ts';
import { planZooms } from './plan-zooms.ts';
import type { LikelihoodNet } from './read-likelihood-net.ts';
import { searchSheet, type TextLine } from './search-sheet.ts';
import { searchedArea, type View } from './view.ts';

export interface SearchModels {
  readonly detect: Model;
  readonly likelihood: LikelihoodNet;
}

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
  const area = views.reduce((sum, view) => sum + searchedArea(view), 0);
  const side = Math.min(mostSheetPx, Math.max(leastSheetPx, Math.ceil(Math.sqrt(area * 1.3))));
  const lines: TextLine[] = [];
  for (const sheet of packViews(views, side)) {
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
  chests: readonly Box[],
  signal: AbortSignal,
): Promise<TextLine[]> {
  const reductions = isSmallPhoto(photo.width, photo.height) ? [1] : [2, 4];
  const lines: TextLine[] = [];
  for (const views of planRounds(findSuspects(models.likelihood, photo, { chests, reductions }))) {
    const found = await searchViews(models, photo, views, signal);
    lines.push(...found);
    if (!found.some(({ score }) => score >= surelyText)) break;
  }
  return lines;
}

/**
 * Finds the lines of text in a photo, surest and finest first: an overview, then places whose edges look like text at
 * the photo's own size, then a closer look at what is small there. `chests` are where badges are likelier.
 */
export async function searchPhoto(
  models: SearchModels,
  photo: Raster,
  chests: readonly Box[],
  signal: AbortSignal,
): Promise<TextLine[]> {
  const { width, height } = photo;
  const coarse = [
    ...(await searchViews(models, photo, [wholeView(width, height)], signal)),
    ...(await searchSuspects(models, photo, chests, signal)),
  ];
  const fine = await searchViews(models, photo, planZooms(mergeLines(coarse), width, height), signal);
  return mergeLines([...fine, ...coarse].filter(({ score }) => score >= leastTextScore));
}
