const begun = 'photoward-next-photo';

/** What the browser’s own timing knows the way from the key to the decoded picture by. */
export const nextPhotoMeasure = 'photoward-next-photo-shown';

/** The key for another photo was pressed. */
export function markAsked(): void {
  performance.clearMarks(begun);
  performance.mark(begun);
}

/** A photo’s picture is in the page: once decoded, the time since the key is kept, with which photo it was. */
export function markShown(photoId: string, image: HTMLImageElement): void {
  if (performance.getEntriesByName(begun).length === 0) return;
  image.decode().then(
    () => {
      if (performance.getEntriesByName(begun).length === 0) return;
      performance.measure(nextPhotoMeasure, { start: begun, detail: photoId });
      performance.clearMarks(begun);
    },
    // The picture was changed for another before it was decoded.
    () => undefined,
  );
}
