import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';

/** At the end of a change to a photo: make it, or leave the photo as it was. Both have keys. */
export function WorkButtons(props: {
  readonly action: string;
  readonly isDisabled: boolean;
  readonly isPending: boolean;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}) {
  const { common } = useStrings();
  return (
    <div className="row">
      <Button kind="primary" isDisabled={props.isDisabled} isPending={props.isPending} onPress={props.onSave}>
        {props.action} <kbd className="key">Enter</kbd>
      </Button>
      <Button onPress={props.onCancel}>
        {common.cancel} <kbd className="key">Esc</kbd>
      </Button>
    </div>
  );
}
