/** The kind of job that compares a face drawn by hand. Its payload is `{ faceId }`. */
export const compareFaceKind = 'compare-drawn-face';
