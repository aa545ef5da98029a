import { useStrings } from '../strings/use-strings.ts';
import { Button } from './button.tsx';
import { copyText } from './copy-text.ts';
import { toasts } from './toasts.ts';

/** Put a text on the clipboard and say so; where the browser does not allow it, say what to do instead. */
export function CopyButton(props: { readonly text: string; readonly label?: string; readonly isSmall?: boolean }) {
  const { common } = useStrings();
  return (
    <Button
      isSmall={props.isSmall ?? false}
      onPress={() => {
        void copyText(props.text).then((isDone) => {
          toasts.show(isDone ? common.copied : common.copyFailed);
        });
      }}
    >
      {props.label ?? common.copy}
    </Button>
  );
}
