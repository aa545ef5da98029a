/** The kind of job that screens one uploaded photo. Its payload is `{ photoId }`. */
export const screenPhotoKind = 'screen-photo';
