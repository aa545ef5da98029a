import { useStrings } from '../strings/use-strings.ts';
import { TextField } from '../ui/text-field.tsx';
import type { DraftField } from '../ui/use-draft.ts';

/** The words that are published beside photos: the caption, and what they show for those who do not see them. */
export function WordsFields(props: {
  readonly caption: DraftField<string>;
  readonly captionHelp: string;
  readonly altText: DraftField<string>;
}) {
  const { upload: words } = useStrings();
  return (
    <>
      <TextField
        {...props.caption}
        label={words.caption}
        help={props.captionHelp}
        lines="many"
        maxLength={2_000}
        spellCheck="true"
      />
      <TextField
        {...props.altText}
        label={words.altText}
        help={words.altTextHelp}
        lines="many"
        maxLength={1_000}
        spellCheck="true"
      />
    </>
  );
}
