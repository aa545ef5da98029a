import type { Size } from './change-box.ts';
import { boxOf } from './marks-of.ts';
import { originalPicture } from './picture-of.ts';
import type { Box, PhotoDetail } from './review-types.ts';
import { mayAnswer } from './why-not-approve.ts';

/** Whether a crop can leave out whoever may not appear, by the faces that were found to be like them. */
export interface LeavingOut {
  readonly faces: readonly number[];
  /** Null when they stand so far in the middle that too little would be left. */
  readonly crop: Box | null;
}

/** What is left must be worth publishing: at least half of the picture. */
const leastShare = 0.5;
/** From so many heads on there is nobody at the edge alone, and trying all ways would take long. */
const mostHeads = 6;

const isApart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

const holdsMiddle = (part: Box, { x, y, width, height }: Box): boolean =>
  !isApart(part, { x: x + width / 2, y: y + height / 2, width: 1, height: 1 });

/** Every rectangle in whole pixels between the picture's edges and those of the heads. */
function* partsBetween(heads: readonly Box[], { width, height }: Size): Generator<Box> {
  const lefts = [0, ...heads.map((head) => Math.ceil(head.x + head.width))];
  const rights = [width, ...heads.map(({ x }) => Math.floor(x))];
  const tops = [0, ...heads.map((head) => Math.ceil(head.y + head.height))];
  const bottoms = [height, ...heads.map(({ y }) => Math.floor(y))];
  for (const x of lefts)
    for (const right of rights)
      for (const y of tops) for (const bottom of bottoms) yield { x, y, width: right - x, height: bottom - y };
}

/**
 * The largest part of a picture that none of these heads reaches into and that shows most of the others; null when it is
 * less than half of the picture, or nobody of the others would be left.
 */
export function cropWithout(heads: readonly Box[], others: readonly Box[], whole: Size): Box | null {
  if (heads.length === 0 || heads.length > mostHeads) return null;
  const least = leastShare * whole.width * whole.height;
  let best: { readonly part: Box; readonly kept: number } | null = null;
  for (const part of partsBetween(heads, whole)) {
    if (part.width <= 0 || part.height <= 0 || part.width * part.height < least) continue;
    if (!heads.every((head) => isApart(part, head))) continue;
    const kept = others.filter((other) => holdsMiddle(part, other)).length;
    const isMore = best === null || kept > best.kept || (kept === best.kept && areaOf(part) > areaOf(best.part));
    if (isMore) best = { part, kept };
  }
  return best === null || (others.length > 0 && best.kept === 0) ? null : best.part;
}

const areaOf = ({ width, height }: Box): number => width * height;

/** Of the photo as uploaded, with nothing covered or cropped; null where no face is like somebody who may not appear. */
export function leavingOut(photo: PhotoDetail): LeavingOut | null {
  if (photo.output !== null || !mayAnswer(photo) || photo.block === 'quarantine') return null;
  const named = new Set(
    photo.findings
      .filter(({ code, severity }) => /^match\/(?:on-register|possible|look-alike)$/.test(code) && severity !== 'note')
      .map(({ subject }) => subject),
  );
  const faces = [...photo.faces, ...photo.drawnFaces.flatMap((face) => (face.number === null ? [] : [face]))];
  const heads = faces.filter(({ number }) => named.has(`face ${number}`));
  if (heads.length === 0) return null;
  const { widthPx: width, heightPx: height } = originalPicture(photo);
  const others = faces.filter(({ number }) => !named.has(`face ${number}`)).map(({ box }) => box);
  return {
    faces: heads.map(({ number }) => number ?? 0),
    crop: cropWithout(
      heads.map(({ head }) => boxOf(head)),
      others,
      { width, height },
    ),
  };
}
