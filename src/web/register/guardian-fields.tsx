import { useStrings } from '../strings/use-strings.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { FieldOf } from '../ui/use-draft.ts';
import type { Guardian } from './guardians-panel.tsx';

/** A guardian as they are typed: empty text for what is not known. */
export interface GuardianDraft {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly relationship: string;
  readonly isParent: boolean;
}

/** A guardian on record as the form shows them; an empty form without one. */
export function draftOf(guardian: Guardian | null): GuardianDraft {
  if (guardian === null) return { name: '', email: '', phone: '', relationship: '', isParent: true };
  const { name, email, phone, relationship, isParent } = guardian;
  return { name, email: email ?? '', phone: phone ?? '', relationship, isParent };
}

/** The draft as the service takes it. */
export function bodyOf(draft: GuardianDraft) {
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text);
  return { ...draft, email: orNull(draft.email), phone: orNull(draft.phone) };
}

/** What changes with a guardian, as in `useAction`. */
export const guardianChanges = ['guardians.', 'biometric.', 'pupils.'] as const;

/** The fields of a guardian's contact and of how they are joined to the pupil. */
export function GuardianFields({ field }: { readonly field: FieldOf<GuardianDraft> }) {
  const { guardians: words } = useStrings();
  const { value: isParent, onChange: setParent } = field('isParent');
  const text = (name: Exclude<keyof GuardianDraft, 'isParent'>) => ({ ...field(name), label: words[name] });
  return (
    <>
      <TextField {...text('name')} isRequired autoComplete="off" />
      <TextField {...text('relationship')} isRequired help={words.relationshipHelp} />
      <TextField {...text('email')} type="email" autoComplete="off" />
      <TextField {...text('phone')} type="tel" autoComplete="off" />
      <div>
        <Checkbox isSelected={isParent} onChange={setParent}>
          {words.isParent}
        </Checkbox>
        <p className="field-help">{words.isParentHelp}</p>
      </div>
    </>
  );
}
