/** The kind of job that prepares one photo for one channel. Its payload is a ReleaseRequest. */
export const releasePhotoKind = 'release-photo';
