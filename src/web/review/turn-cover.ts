import type { PictureChange } from './review-types.ts';

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
