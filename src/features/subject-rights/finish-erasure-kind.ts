/** The kind of job that removes an erased pupil's files. Its payload is `{ erasureId }`. */
export const finishErasureKind = 'finish-erasure';

/** The kind of job that erases a leaver when their time is over. Its payload is `{ pupilId }`. */
export const erasePupilKind = 'erase-pupil';
