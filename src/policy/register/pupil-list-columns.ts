/** What one line of a school's pupil list may tell. */
export const pupilListFields = [
  'schoolNumber', 'firstName', 'lastName', 'preferredName', 'otherNames', 'className', 'yearGroup', 'dateOfBirth',
  'leftOn',
] as const; // prettier-ignore

export type PupilListField = (typeof pupilListFields)[number];

/** The columns a list must have. */
export const neededFields = ['schoolNumber', 'firstName', 'lastName'] as const satisfies readonly PupilListField[];

/**
 * Headings by field, lower-case letters and digits only, the best first: where a list has several, the first of these is
 * taken. They are what SIMS, Arbor and Bromcom write in their pupil reports, our own export, and what these are called in
 * Welsh.
 */
const headings: Readonly<Record<PupilListField, readonly string[]>> = {
  schoolNumber: [
    'pupilid', 'admissionnumber', 'admissionno', 'adno', 'admno', 'arborstudentid', 'arborid', 'studentid', 'personid',
    'mispupilid', 'pupilnumber', 'studentnumber', 'uniquepupilnumber', 'upn', 'id',
    'rhifderbyn', 'rhifysgol', 'rhifdisgybl', 'rhifydisgybl',
  ],
  firstName: ['legalforename', 'legalfirstname', 'forename', 'firstname', 'givenname', 'first', 'enwcyntafcyfreithiol', 'enwcyntaf', 'enwbedydd'],
  lastName: ['legalsurname', 'legallastname', 'surname', 'lastname', 'familyname', 'last', 'cyfenwcyfreithiol', 'cyfenw'],
  preferredName: [
    'preferredforename', 'preferredfirstname', 'preferredname', 'chosenforename', 'chosenname', 'knownas', 'enwdewisol', 'enwaddewisir',
  ],
  otherNames: ['othernames', 'formernames', 'formersurname', 'alsoknownas', 'nicknames', 'aliases', 'enwaueraill'],
  className: [
    'reg', 'reggroup', 'registrationgroup', 'registrationform', 'regform', 'form', 'tutorgroup', 'class', 'classname', 'dosbarth', 'dosbarthcofrestru', 'grwpcofrestru',
  ],
  yearGroup: ['yeargroup', 'year', 'ncyear', 'nationalcurriculumyear', 'curriculumyear', 'yeartaughtin', 'blwyddyn', 'grwpblwyddyn'],
  dateOfBirth: ['dateofbirth', 'dob', 'birthdate', 'birthday', 'dyddiadgeni'],
  leftOn: ['dateofleaving', 'leavingdate', 'dol', 'leavedate', 'dateleft', 'enddate', 'dyddiadgadael'],
}; // prettier-ignore

/** A heading without regard to case, blanks and punctuation. */
export const plainHeading = (heading: string): string =>
  heading
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** The column of pupils' school numbers by what headings say; undefined when none does. */
export function findNumberColumn(found: readonly string[]): number | undefined {
  const plain = found.map(plainHeading);
  return headings.schoolNumber.map((heading) => plain.indexOf(heading)).find((at) => at >= 0);
}

/** Where each field stands, as column numbers from 0. */
export type PupilListColumns = ReadonlyMap<PupilListField, number>;

/**
 * Find the columns: those the caller named by heading, the others by what the heading says. Returns the problems, with
 * `mapping.<field>` as path, when a needed column is not found or a named heading is not there.
 */
export function findPupilListColumns(
  found: readonly string[],
  mapping: Partial<Readonly<Record<PupilListField, string | undefined>>>,
): { readonly columns: PupilListColumns; readonly problems: readonly { path: string; message: string }[] } {
  const columns = new Map<PupilListField, number>();
  const problems: { path: string; message: string }[] = [];
  const plainFound = found.map(plainHeading);
  const named = new Set(Object.values(mapping).map((heading) => found.indexOf(heading ?? '')));
  for (const field of pupilListFields) {
    const wanted = mapping[field];
    const known = headings[field].map((heading) =>
      plainFound.findIndex((one, at) => one === heading && !named.has(at)),
    );
    const column = wanted === undefined ? (known.find((at) => at >= 0) ?? -1) : found.indexOf(wanted);
    if (column >= 0) columns.set(field, column);
    else if (wanted !== undefined) problems.push({ path: `mapping.${field}`, message: 'is not a heading of the file' });
  }
  for (const field of neededFields) {
    if (columns.has(field) || mapping[field] !== undefined) continue;
    problems.push({ path: `mapping.${field}`, message: 'no column was recognised: say which heading it has' });
  }
  return { columns, problems };
}
