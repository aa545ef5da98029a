import { useStrings } from '../strings/use-strings.ts';
import { TextField } from '../ui/text-field.tsx';

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
export function PupilFields(props: { readonly draft: PupilDraft; readonly onChange: (draft: PupilDraft) => void }) {
  const { details: words } = useStrings();
  const { draft, onChange } = props;
  const field = (name: keyof PupilDraft, isRequired = false) => ({
    name,
    label: words[name],
    value: draft[name],
    isRequired,
    onChange: (value: string) => {
      onChange({ ...draft, [name]: value });
    },
  });
  return (
    <>
      <TextField {...field('schoolNumber', true)} />
      <TextField {...field('firstName', true)} autoComplete="off" />
      <TextField {...field('lastName', true)} autoComplete="off" />
      <TextField {...field('preferredName')} autoComplete="off" />
      <TextField {...field('otherNames')} help={words.otherNamesHelp} lines="many" />
      <TextField {...field('className')} />
      <TextField {...field('yearGroup')} />
      <TextField {...field('dateOfBirth')} help={words.dateOfBirthHelp} type="date" />
    </>
  );
}
