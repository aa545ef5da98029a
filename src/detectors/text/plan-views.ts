import type { Suspect } from './find-suspects.ts';
import { gatherViews } from './gather-views.ts';
import { searchedArea, type View } from './view.ts';

/** Photos up to this many pixels are searched at their own size throughout. */
const smallPhotoPixels = 1_300_000;
/** Larger photos are searched at this long edge at most, for text that is large in them. */
const overviewLongEdgePx = 576;
/** Suspects are searched in rounds of about this many pixels. */
const roundPixels = 360_000;
const mostRounds = 5;

/** Whether all of a photo is searched at its own size. */
export function isSmallPhoto(width: number, height: number): boolean {
  return width * height <= smallPhotoPixels;
}

/** The view of the whole photo: at its own size when it is small, else an overview. */
export function wholeView(width: number, height: number): View {
  const scale = isSmallPhoto(width, height) ? 1 : Math.min(1, overviewLongEdgePx / Math.max(width, height));
  return { part: { x: 0, y: 0, width, height }, scale };
}

/**
 * Suspects in rounds, likeliest first. The caller goes on to the next round only while rounds find text, so that a photo
 * without text stays cheap however busy it looks.
 */
export function planRounds(suspects: readonly Suspect[]): View[][] {
  const rounds: View[][] = [];
  let [round, used]: [View[], number] = [[], 0];
  for (const { part, scale } of suspects) {
    const cost = searchedArea({ part, scale });
    if (part.width < 4 || part.height < 4 || cost > roundPixels) continue;
    if (used + cost > roundPixels) {
      rounds.push(gatherViews(round));
      [round, used] = [[], 0];
    }
    round.push({ part, scale });
    used += cost;
  }
  if (round.length > 0) rounds.push(gatherViews(round));
  return rounds.slice(0, mostRounds);
}
