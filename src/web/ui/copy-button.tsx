import { useStrings } from '../strings/use-strings.ts';
import { Button } from './button.tsx';
import { toasts } from './toasts.ts';

/** Put a text on the clipboard and say so. */
export function CopyButton(props: { readonly text: string; readonly label?: string }) {
  const { common } = useStrings();
  return (
    <Button
      onPress={() => {
        void navigator.clipboard.writeText(props.text).then(() => {
          toasts.show(common.copied);
        });
      }}
    >
      {props.label ?? common.copy}
    </Button>
  );
}
