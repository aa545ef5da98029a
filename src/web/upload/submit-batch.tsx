import { uploadEndpoints } from '../../contract/uploads.ts';
import { useStrings } from '../strings/use-strings.ts';
import { AskButton } from '../ui/ask-button.tsx';
import { toasts } from '../ui/toasts.ts';
import type { Batch } from './batch-page.tsx';
import { isUnderWay } from './sending.ts';
import { useSending } from './use-sending.ts';

/** Say that a batch is complete, beside the words that it waits for this: on a telephone all else is far below. */
export function SubmitBatch({ batch }: { readonly batch: Batch }) {
  const { batch: words } = useStrings();
  const sending = useSending(batch.id);
  const isSending = sending !== undefined && isUnderWay(sending);
  return (
    <div className="stack">
      <p className="muted">{words.submitHelp}</p>
      <AskButton
        kind="primary"
        isDisabled={batch.counts.total === 0 || isSending}
        action={words.submit}
        title={words.submitTitle}
        endpoint={uploadEndpoints.submit}
        input={{ params: { batchId: batch.id } }}
        changes={['uploads.']}
        onDone={() => {
          toasts.show(words.submitted);
        }}
      >
        <p>{words.submitAsk(batch.counts.total)}</p>
      </AskButton>
    </div>
  );
}
