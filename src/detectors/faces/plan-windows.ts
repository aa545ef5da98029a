import { rescaled, type PatchTransform } from './patch-transform.ts';

/**
 * Windows that cover a photo shown at `longEdgePx`, each overlapping its neighbours by `overlapPx` window pixels so that
 * a face up to that size lies whole in at least one. In photo pixels.
 */
export function planWindows(
  photo: { readonly width: number; readonly height: number },
  longEdgePx: number,
  overlapPx: number,
  window: { readonly width: number; readonly height: number },
): PatchTransform[] {
  const zoom = longEdgePx / Math.max(photo.width, photo.height);
  const columns = startsAlong(photo.width * zoom, window.width, overlapPx);
  const rows = startsAlong(photo.height * zoom, window.height, overlapPx);
  return rows.flatMap((ty) => columns.map((tx) => rescaled({ a: 1, b: 0, c: 0, d: 1, tx, ty }, 1 / zoom)));
}

/** Evenly spread window starts along one side; one centred window where everything fits. */
function startsAlong(lengthPx: number, windowPx: number, overlapPx: number): number[] {
  if (lengthPx <= windowPx) return [(lengthPx - windowPx) / 2];
  const count = Math.ceil((lengthPx - overlapPx) / (windowPx - overlapPx));
  return Array.from({ length: count }, (_, at) => (at * (lengthPx - windowPx)) / (count - 1));
}
