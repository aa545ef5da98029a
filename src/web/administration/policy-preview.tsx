import { useState } from 'react';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { takedownEndpoints } from '../../contract/takedowns.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import type { PolicyRules } from './policy-page.tsx';

const days = 30;

type Preview = AnswerOf<typeof takedownEndpoints.preview>;

/** What other thresholds would have said of last month's photos. Changes nothing; gone as soon as they are changed again. */
export function PolicyPreview({ rules }: { readonly rules: PolicyRules }) {
  const { policy: words } = useStrings();
  const [tried, setTried] = useState<PolicyRules | null>(null);
  const preview = useAction(takedownEndpoints.preview);
  return (
    <div className="stack">
      <div>
        <Button
          isPending={preview.isPending}
          onPress={() => {
            setTried(rules);
            preview.mutate({ body: { rules, days } });
          }}
        >
          {words.preview}
        </Button>
      </div>
      {preview.isPending && <p role="status">{words.previewing}</p>}
      {tried === rules && <ErrorNotice error={preview.error} />}
      {tried === rules && preview.data !== undefined && <WhatChanges preview={preview.data} />}
    </div>
  );
}

/** How many of the photos would have been judged otherwise, and which of that matters most. */
function WhatChanges({ preview }: { readonly preview: Preview }) {
  const { policy: words } = useStrings();
  const told = words.previewCounts;
  const lines = (Object.keys(told) as (keyof typeof told)[]).filter((name) => preview[name] > 0);
  return (
    <Notice tone={preview.releasedNowFlagged > 0 || preview.fewerFlagged > 0 ? 'warning' : 'info'} isLive>
      <p>{words.previewOf(preview.judged)}</p>
      {lines.length === 0 ? (
        <p>{words.previewNothing}</p>
      ) : (
        <ul>
          {lines.map((name) => (
            <li key={name}>{told[name](preview[name])}</li>
          ))}
        </ul>
      )}
      {preview.isPartial && <p className="muted">{words.previewPartial}</p>}
    </Notice>
  );
}
