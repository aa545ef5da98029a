import type { Model } from '../../inference/open-model.ts';
import type { Raster } from '../../lib/raster.ts';
import { cornersOf, type RotatedRectangle } from './rotated-rectangle.ts';
import { findLines, type FoundLine } from './text-finder.ts';
import type { Placement, Sheet } from './pack-views.ts';
import { resizeRaster } from './resize-raster.ts';

/** A line of text found in the photo. */
export interface TextLine {
  /** In pixels of the full photo. */
  readonly rectangle: RotatedRectangle;
  /** How far the line's ends lie below its middle in the rectangle, in pixels of the photo; 0 where it is straight. */
  readonly bend: number;
  /** Mean probability of text inside, 0 to 1. */
  readonly score: number;
  /** Pixels of the searched picture per pixel of the photo. */
  readonly scale: number;
  /** It reaches the rim of what was searched, so a part of it may lie outside. */
  readonly cut: boolean;
}

function paste(onto: Raster, picture: Raster, left: number, top: number): void {
  for (let y = 0; y < picture.height; y += 1) {
    const row = picture.data.subarray(y * picture.width * 3, (y + 1) * picture.width * 3);
    onto.data.set(row, ((top + y) * onto.width + left) * 3);
  }
}

async function paint(photo: Raster, sheet: Sheet): Promise<Raster> {
  const { width, height } = sheet;
  const canvas = { width, height, data: new Uint8Array(width * height * 3).fill(114) };
  for (const { view, x, y, width: viewWidth, height: viewHeight } of sheet.placements) {
    paste(canvas, await resizeRaster(photo, view.part, viewWidth, viewHeight), x, y);
  }
  return canvas;
}

/** A line found on a sheet, as a line of the photo. */
function toPhoto({ rectangle, bend, score }: FoundLine, on: Placement): TextLine {
  const [scaleX, scaleY] = [on.width / on.view.part.width, on.height / on.view.part.height];
  const scale = Math.sqrt(scaleX * scaleY);
  // The net sees little at a rim, so a line that goes on beyond it ends a little before it.
  const rimPx = Math.max(3, 0.6 * Math.min(rectangle.width, rectangle.height));
  const cut = cornersOf(rectangle).some(
    ({ x, y }) => x < on.x + rimPx || x > on.x + on.width - rimPx || y < on.y + rimPx || y > on.y + on.height - rimPx,
  );
  return {
    rectangle: {
      centre: {
        x: on.view.part.x + (rectangle.centre.x - on.x) / scaleX,
        y: on.view.part.y + (rectangle.centre.y - on.y) / scaleY,
      },
      width: rectangle.width / scale,
      height: rectangle.height / scale,
      angle: rectangle.angle,
    },
    bend: bend / scale,
    score,
    scale,
    cut,
  };
}

/** The lines of text in all views of one sheet; `photo` is the full photo. */
export async function searchSheet(model: Model, photo: Raster, sheet: Sheet, leastScore: number): Promise<TextLine[]> {
  return searchPicture(model, await paint(photo, sheet), sheet, leastScore);
}

/** The same for a sheet that is painted already. */
export async function searchPicture(
  model: Model,
  picture: Raster,
  sheet: Sheet,
  leastScore: number,
): Promise<TextLine[]> {
  const lines = await findLines(model, picture, leastScore);
  return lines.flatMap((line) => {
    const { x, y } = line.rectangle.centre;
    const on = sheet.placements.find((p) => x >= p.x && x < p.x + p.width && y >= p.y && y < p.y + p.height);
    return on === undefined ? [] : [toPhoto(line, on)];
  });
}
