import type { Box } from '../../lib/geometry.ts';

/** A part of the photo to search for text, in whole pixels of the full photo, and the size it is searched at. */
export interface View {
  readonly part: Box;
  /** Pixels of the searched picture per pixel of the full photo. */
  readonly scale: number;
}

/** A view's width and height as searched. */
export function sizeOfView(view: View): { readonly width: number; readonly height: number } {
  return {
    width: Math.max(1, Math.round(view.part.width * view.scale)),
    height: Math.max(1, Math.round(view.part.height * view.scale)),
  };
}

/** How many pixels the net sees of a view: what it costs. */
export function searchedArea({ part, scale }: View): number {
  return part.width * part.height * scale * scale;
}
