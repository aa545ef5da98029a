import { searchedArea, sizeOfView, type View } from './view.ts';

/** Where a view lies on a sheet. */
export interface Placement {
  readonly view: View;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One picture made of several views, so that one call of the net searches them all. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly placements: readonly Placement[];
}

/** Empty pixels between views, so that text of one does not run into the next. */
const gapPx = 16;

interface Shelf {
  readonly y: number;
  readonly height: number;
  used: number;
}

/** Room for the gaps and for what shelves leave empty: the tightest that works is taken. */
const allowances = [1.02, 1.1, 1.2, 1.3, 1.45];
/** The net works on whole steps of this many pixels. */
const stepPx = 32;

const costOf = (sheets: readonly Sheet[]): number =>
  sheets.reduce((sum, { width, height }) => sum + Math.ceil(width / stepPx) * Math.ceil(height / stepPx), 0);

/** Lays views out on about square sheets, within the given sides, so that the net has least to look at. */
export function packTightly(views: readonly View[], leastSide: number, mostSide: number): Sheet[] {
  const area = views.reduce((sum, view) => sum + searchedArea(view), 0);
  const sides = allowances.map((allowance) => Math.ceil(Math.sqrt(area * allowance) / stepPx) * stepPx);
  const layouts = sides.map((side) => packViews(views, Math.min(mostSide, Math.max(leastSide, side))));
  return layouts.reduce((best, layout) => (costOf(layout) < costOf(best) ? layout : best));
}

/**
 * Lays views out on sheets of at most `side` x `side` pixels (a larger view has a sheet of its own), on shelves from the
 * highest to the lowest view.
 */
export function packViews(views: readonly View[], side: number): Sheet[] {
  const ordered = views
    .map((view) => ({ view, ...sizeOfView(view) }))
    .sort((a, b) => b.height - a.height || b.width - a.width);
  const sheets: { placements: Placement[]; shelves: Shelf[] }[] = [];
  for (const item of ordered) {
    const spot = findSpot(sheets, item, side);
    spot.sheet.placements.push({ ...item, x: spot.shelf.used, y: spot.shelf.y });
    spot.shelf.used += item.width + gapPx;
  }
  return sheets.map(({ placements }) => ({
    placements,
    width: Math.max(...placements.map((one) => one.x + one.width)),
    height: Math.max(...placements.map((one) => one.y + one.height)),
  }));
}

function findSpot(
  sheets: { placements: Placement[]; shelves: Shelf[] }[],
  item: { readonly width: number; readonly height: number },
  side: number,
): { sheet: { placements: Placement[]; shelves: Shelf[] }; shelf: Shelf } {
  for (const sheet of sheets) {
    for (const shelf of sheet.shelves) {
      if (shelf.used + item.width <= side && item.height <= shelf.height) return { sheet, shelf };
    }
    const last = sheet.shelves[sheet.shelves.length - 1]!;
    const y = last.y + last.height + gapPx;
    if (y + item.height <= side && item.width <= side) {
      const shelf = { y, height: item.height, used: 0 };
      sheet.shelves.push(shelf);
      return { sheet, shelf };
    }
  }
  const shelf = { y: 0, height: item.height, used: 0 };
  const sheet = { placements: [], shelves: [shelf] };
  sheets.push(sheet);
  return { sheet, shelf };
}
