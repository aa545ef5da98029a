/** The columns a register may have besides channels, each with the headings that mean it, lower-case letters only. */
const headings = {
  id: [
    'pupilid',
    'id',
    'upn',
    'admissionnumber',
    'admissionno',
    'admno',
    'studentid',
    'pupilnumber',
    'rhifdisgybl',
    'rhifderbyn',
  ],
  first: ['firstname', 'forename', 'legalforename', 'legalfirstname', 'givenname', 'first', 'enwcyntaf'],
  last: ['lastname', 'surname', 'legalsurname', 'legallastname', 'familyname', 'last', 'cyfenw'],
  name: ['name', 'fullname', 'pupilname', 'pupil', 'student', 'studentname'],
  preferred: ['preferredname', 'preferredfirstname', 'preferredforename', 'preferred', 'knownas', 'chosenname'],
  others: ['othernames', 'othername', 'aliases', 'alias', 'alsoknownas', 'nicknames', 'formernames'],
  className: [
    'class',
    'classname',
    'form',
    'regform',
    'reggroup',
    'registrationgroup',
    'registrationform',
    'tutorgroup',
  ],
  dateOfBirth: ['dateofbirth', 'dob', 'birthdate', 'birthday'],
  siblings: ['siblings', 'sibling', 'siblingids', 'brothersandsisters'],
  restricted: ['restricted', 'restriction', 'donotpublish', 'neverpublish'],
  biometric: ['biometric', 'biometrics', 'biometricpermission', 'biometricconsent', 'facematching'],
} as const satisfies Record<string, readonly string[]>;

/** A column of the register that is not a channel. */
export type RegisterField = keyof typeof headings;

const fieldOf = new Map<string, RegisterField>();
for (const field of Object.keys(headings) as RegisterField[]) {
  for (const heading of headings[field]) fieldOf.set(heading, field);
}

/** The field a heading means, without regard to case, blanks and punctuation; undefined for any other column. */
export function registerFieldOf(heading: string): RegisterField | undefined {
  return fieldOf.get(heading.toLowerCase().replace(/[^a-z]/g, ''));
}
