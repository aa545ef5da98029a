import type { PhotoDetail, PictureChange, Quad } from './review-types.ts';

/** The outlines that a change fills, as the service fills them. */
export function fillsOf(photo: PhotoDetail, change: PictureChange): readonly Quad[] {
  return [
    ...photo.faces.filter(({ number }) => change.faces.includes(number)).map(({ head }) => head),
    ...photo.drawnFaces.filter(({ id }) => change.drawnFaces.includes(id)).map(({ head }) => head),
    ...change.areas,
  ];
}
