import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';

/** Says what covering every face of some photos does and does not do, or taking covers off, before it is done. */
export function CoverManyDialog(props: {
  readonly action: 'cover' | 'restore';
  readonly count: number;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  const { common, review } = useStrings();
  const { action, count } = props;
  return (
    <Dialog title={review.many[action](count)} onClose={props.onClose}>
      <p>{review.manyHelp[action]}</p>
      <ErrorNotice error={props.error} />
      <div className="row">
        <Button kind="primary" autoFocus isPending={props.isPending} onPress={props.onConfirm}>
          {review.many[action](count)}
        </Button>
        <Button onPress={props.onClose}>{common.cancel}</Button>
      </div>
    </Dialog>
  );
}
