import type { Suspect } from './find-suspects.ts';
import { gatherViews } from './gather-views.ts';
import { searchedArea, type View } from './view.ts';

/** Suspects are searched in rounds of about this many pixels; the first is small, as most photos hold no text. */
const roundPixels = [130_000, 260_000] as const;
const mostRounds = 7;

/**
 * Suspects in rounds, likeliest first. The caller goes on to the next round only while rounds find text, so that a photo
 * without text stays cheap however busy it looks.
 */
export function planRounds(suspects: readonly Suspect[]): View[][] {
  const rounds: View[][] = [];
  let [round, used]: [View[], number] = [[], 0];
  for (const { part, scale } of suspects) {
    const cost = searchedArea({ part, scale });
    if (part.width < 4 || part.height < 4 || cost > roundPixels[1]) continue;
    if (used > 0 && used + cost > roundPixels[rounds.length === 0 ? 0 : 1]) {
      rounds.push(gatherViews(round));
      [round, used] = [[], 0];
    }
    round.push({ part, scale });
    used += cost;
  }
  if (round.length > 0) rounds.push(gatherViews(round));
  return rounds.slice(0, mostRounds);
}
