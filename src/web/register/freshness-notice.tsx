import { registerEndpoints } from '../../contract/register.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useHasRole } from '../api/use-has-role.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { AskButton } from '../ui/ask-button.tsx';
import { Link } from '../ui/link.tsx';
import { Notice } from '../ui/notice.tsx';
import { toasts } from '../ui/toasts.ts';

/** How old the pupil list is, and what to do when it is too old: nothing is released until then. */
export function FreshnessNotice() {
  const { freshness: words } = useStrings();
  const { day } = useFormats();
  const isOffice = useHasRole('office');
  const { data } = useEndpoint(registerEndpoints.readFreshness, {});
  if (data === undefined) return null;
  const { checkedOn, ageDays, maxAgeDays, restoredOn, isStale } = data;
  if (!isStale && checkedOn !== null) return <p className="muted">{words.fresh(day(checkedOn))}</p>;
  return (
    <Notice tone="warning">
      {restoredOn !== null && <p>{words.restored(day(restoredOn))}</p>}
      {restoredOn === null && <p>{ageDays === null ? words.never : words.stale(ageDays, maxAgeDays)}</p>}
      {isOffice && <WhatToDo />}
    </Notice>
  );
}

/** Import a new list, or say that the one there is still holds. */
function WhatToDo() {
  const { freshness: words } = useStrings();
  return (
    <div className="row">
      <Link to="/imports" looks="primary">
        {words.import}
      </Link>
      <AskButton
        action={words.confirm}
        title={words.confirmTitle}
        endpoint={registerEndpoints.confirmCurrent}
        input={{}}
        changes={['register.']}
        onDone={() => {
          toasts.show(words.confirmed);
        }}
      >
        <p>{words.confirmText}</p>
      </AskButton>
    </div>
  );
}
