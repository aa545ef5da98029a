/** The kind of job that removes an erased pupil's files. Its payload is `{ erasureId }`. */
export const finishErasureKind = 'finish-erasure';
