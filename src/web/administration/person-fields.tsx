import type { Role } from '../api/use-person.ts';
import { useStrings } from '../strings/use-strings.ts';
import { CheckboxGroupField } from '../ui/checkbox-group-field.tsx';
import { choicesOf } from '../ui/choices-of.ts';
import { TextField } from '../ui/text-field.tsx';
import type { FieldOf } from '../ui/use-draft.ts';

/** Who somebody is and what they may do. */
export interface PersonDraft {
  readonly displayName: string;
  readonly email: string;
  readonly roles: Role[];
}

const allRoles: readonly Role[] = ['staff', 'office', 'moderator', 'dsl', 'admin'];

/** Name, address and roles of somebody with an account, each role with what it may do. */
export function PersonFields({ field }: { readonly field: FieldOf<PersonDraft> }) {
  const { people: words } = useStrings();
  return (
    <>
      <TextField {...field('displayName')} label={words.name} isRequired />
      <TextField {...field('email')} label={words.email} type="email" isRequired />
      <CheckboxGroupField
        {...field('roles')}
        label={words.roles}
        isRequired
        choices={choicesOf(words.roleHelp, allRoles)}
      />
    </>
  );
}
