import type { DecodedPhoto } from '../detector.ts';
import { ssdWindow, type Ssd } from './open-ssd.ts';
import { ultraFaceWindow, type Candidate, type UltraFace } from './open-ultraface.ts';
import { rescaled, type PatchTransform } from './patch-transform.ts';
import { planWindows } from './plan-windows.ts';
import { sources, type SourceName } from './sources.ts';

/** Least net scores worth joining. */
const leastScore = { ultraface: 0.15, ssd: 0.05 } as const;

/** One source's look at the whole photo, window by window. Boxes in photo pixels. Throws the signal's reason. */
export async function lookAtPhoto(
  photo: DecodedPhoto,
  source: SourceName,
  nets: { readonly ultraface: UltraFace; readonly ssd: Ssd },
  signal: AbortSignal,
): Promise<Candidate[]> {
  const { net, longEdgePx, overlapPx } = sources[source];
  const copy = await photo.scaled(longEdgePx);
  const factor = Math.max(copy.width, copy.height) / Math.max(photo.full.width, photo.full.height);
  const size = net === 'ssd' ? ssdWindow : ultraFaceWindow;
  const found: Candidate[] = [];
  for (const window of planWindows(photo.full, longEdgePx, overlapPx, size)) {
    signal.throwIfAborted();
    for (const { box, score } of await nets[net].detect(copy, snapped(rescaled(window, factor)), leastScore[net])) {
      const { x, y, width, height } = box;
      found.push({ box: { x: x / factor, y: y / factor, width: width / factor, height: height / factor }, score });
    }
  }
  return found;
}

/** A window that shows the copy at its own size, but for rounding, is moved onto whole pixels: they are then copied. */
function snapped(window: PatchTransform): PatchTransform {
  const isOwnSize = window.b === 0 && window.c === 0 && Math.abs(window.a - 1) < 0.002;
  return isOwnSize ? { a: 1, b: 0, c: 0, d: 1, tx: Math.round(window.tx), ty: Math.round(window.ty) } : window;
}
