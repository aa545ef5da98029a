import type { PhotoDetail, PictureChange } from './review-types.ts';

function turned<Item>(items: readonly Item[], item: Item): Item[] {
  return items.includes(item) ? items.filter((one) => one !== item) : [...items, item];
}

/** Cover a face that is not covered, and the other way round. */
export function turnFace(change: PictureChange, number: number): PictureChange {
  return { ...change, faces: turned(change.faces, number) };
}

/** The same for a face drawn by hand. */
export function turnDrawnFace(change: PictureChange, id: string): PictureChange {
  return { ...change, drawnFaces: turned(change.drawnFaces, id) };
}

/** Cover every face that was found or drawn. */
export function coverEveryFace(change: PictureChange, { faces, drawnFaces }: PhotoDetail): PictureChange {
  return { ...change, faces: faces.map(({ number }) => number), drawnFaces: drawnFaces.map(({ id }) => id) };
}
