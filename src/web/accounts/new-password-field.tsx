import { useStrings } from '../strings/use-strings.ts';
import { TextField } from '../ui/text-field.tsx';
import type { DraftField } from '../ui/use-draft.ts';

/** Where somebody chooses a password, with what is asked of one. */
export function NewPasswordField(props: DraftField<string> & { readonly label: string }) {
  const { setUp: words } = useStrings();
  return <TextField {...props} help={words.passwordHelp} type="password" autoComplete="new-password" isRequired />;
}
