import type { Raster } from '../../lib/raster.ts';
import type { DecodedPhoto } from '../detector.ts';
import type { FaceNets } from './face-nets.ts';
import { ssdWindow } from './open-ssd.ts';
import { ultraFaceWindow, type Candidate } from './open-ultraface.ts';
import { rescaled, type PatchTransform } from './patch-transform.ts';
import { planWindows } from './plan-windows.ts';
import { sources, type SourceName } from './sources.ts';

/** Least net scores worth joining. */
const leastScore = { ultraface: 0.15, ssd: 0.05, faceboxes: 0.25, yunet: 0.1 } as const;

/** One source's look at the whole photo. Boxes in photo pixels. Throws the signal's reason. */
export async function lookAtPhoto(
  photo: DecodedPhoto,
  source: SourceName,
  nets: FaceNets,
  signal: AbortSignal,
): Promise<Candidate[]> {
  const copy = await photo.scaled(sources[source].longEdgePx);
  const factor = Math.max(copy.width, copy.height) / Math.max(photo.full.width, photo.full.height);
  const found = await lookAtCopy(photo, { copy, factor }, source, nets, signal);
  return found.map(({ box: { x, y, width, height }, score }) => ({
    box: { x: x / factor, y: y / factor, width: width / factor, height: height / factor },
    score,
  }));
}

/** Boxes in pixels of the copy, which is `factor` times as large as the photo. */
async function lookAtCopy(
  photo: DecodedPhoto,
  { copy, factor }: { readonly copy: Raster; readonly factor: number },
  source: SourceName,
  nets: FaceNets,
  signal: AbortSignal,
): Promise<Candidate[]> {
  const { net, longEdgePx, overlapPx } = sources[source];
  signal.throwIfAborted();
  if (net === 'yunet') return (await nets.yunet?.detect(copy, leastScore.yunet)) ?? [];
  if (net === 'faceboxes') {
    return nets.faceboxes.detect(copy, longEdgePx / Math.max(copy.width, copy.height), leastScore.faceboxes);
  }
  const found: Candidate[] = [];
  for (const window of planWindows(photo.full, longEdgePx, overlapPx, net === 'ssd' ? ssdWindow : ultraFaceWindow)) {
    signal.throwIfAborted();
    found.push(...(await nets[net].detect(copy, snapped(rescaled(window, factor)), leastScore[net])));
  }
  return found;
}

/** A window that shows the copy at its own size, but for rounding, is moved onto whole pixels: they are then copied. */
function snapped(window: PatchTransform): PatchTransform {
  const isOwnSize = window.b === 0 && window.c === 0 && Math.abs(window.a - 1) < 0.002;
  return isOwnSize ? { a: 1, b: 0, c: 0, d: 1, tx: Math.round(window.tx), ty: Math.round(window.ty) } : window;
}
