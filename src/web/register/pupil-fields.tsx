import { useStrings } from '../strings/use-strings.ts';
import { TextField } from '../ui/text-field.tsx';
import type { FieldOf } from '../ui/use-draft.ts';
import type { Pupil } from './pupil-page.tsx';

/** A pupil's details as they are typed: empty text for what is not known. */
export interface PupilDraft {
  readonly schoolNumber: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly preferredName: string;
  /** One a line. */
  readonly otherNames: string;
  readonly className: string;
  readonly yearGroup: string;
  readonly dateOfBirth: string;
}

/** A pupil on record as the form shows them. */
export function draftOf(pupil: Pupil): PupilDraft {
  return {
    schoolNumber: pupil.schoolNumber,
    firstName: pupil.firstName,
    lastName: pupil.lastName,
    preferredName: pupil.preferredName ?? '',
    otherNames: pupil.otherNames.join('\n'),
    className: pupil.className ?? '',
    yearGroup: pupil.yearGroup ?? '',
    dateOfBirth: pupil.dateOfBirth ?? '',
  };
}

export const emptyDraft: PupilDraft = {
  schoolNumber: '',
  firstName: '',
  lastName: '',
  preferredName: '',
  otherNames: '',
  className: '',
  yearGroup: '',
  dateOfBirth: '',
};

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** The draft as the service takes it. */
export function detailsOf(draft: PupilDraft) {
  return {
    schoolNumber: draft.schoolNumber,
    firstName: draft.firstName,
    lastName: draft.lastName,
    preferredName: orNull(draft.preferredName),
    otherNames: draft.otherNames.split('\n').filter((name) => name.trim() !== ''),
    className: orNull(draft.className),
    yearGroup: orNull(draft.yearGroup),
    dateOfBirth: orNull(draft.dateOfBirth),
  };
}

/** The fields of a pupil's details. */
export function PupilFields({ field }: { readonly field: FieldOf<PupilDraft> }) {
  const { details: words } = useStrings();
  const text = (name: keyof PupilDraft) => ({ ...field(name), label: words[name] });
  return (
    <>
      <TextField {...text('schoolNumber')} isRequired />
      <TextField {...text('firstName')} isRequired autoComplete="off" />
      <TextField {...text('lastName')} isRequired autoComplete="off" />
      <TextField {...text('preferredName')} autoComplete="off" />
      <TextField {...text('otherNames')} help={words.otherNamesHelp} lines="many" />
      <TextField {...text('className')} />
      <TextField {...text('yearGroup')} />
      <TextField {...text('dateOfBirth')} help={words.dateOfBirthHelp} type="date" />
    </>
  );
}
