/** The kind of job that erases a leaver when their time is over. Its payload is `{ pupilId }`. */
export const erasePupilKind = 'erase-pupil';
