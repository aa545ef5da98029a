import { takedownEndpoints } from '../../contract/takedowns.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import type { PolicyRules } from './policy-page.tsx';

const days = 30;

/** What other thresholds would have said of last month's photos. Changes nothing. */
export function PolicyPreview({ rules }: { readonly rules: PolicyRules }) {
  const { policy: words } = useStrings();
  const preview = useAction(takedownEndpoints.preview);
  return (
    <div className="stack">
      <div>
        <Button
          isPending={preview.isPending}
          onPress={() => {
            preview.mutate({ body: { rules, days } });
          }}
        >
          {words.preview}
        </Button>
      </div>
      {preview.isPending && <p role="status">{words.previewing}</p>}
      <ErrorNotice error={preview.error} />
      {preview.data !== undefined && (
        <Notice isLive>
          <p>{preview.data.sentence}</p>
        </Notice>
      )}
    </div>
  );
}
