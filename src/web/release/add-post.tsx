import { useStrings } from '../strings/use-strings.ts';
import { DialogButton } from '../ui/dialog-button.tsx';
import { MarkPosted } from './mark-posted.tsx';

/** Record one more place where a released photo was put. */
export function AddPost(props: { readonly releaseId: string; readonly accountUrl: string | null }) {
  const { collect: words } = useStrings();
  return (
    <div>
      <DialogButton
        isSmall
        dialog={(close) => <MarkPosted releaseIds={[props.releaseId]} accountUrl={props.accountUrl} onClose={close} />}
      >
        {words.addPlace}
      </DialogButton>
    </div>
  );
}
