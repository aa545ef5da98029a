import { useState } from 'react';
import { registerEndpoints } from '../../contract/register.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { hasRole, usePerson } from '../api/use-person.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Link } from '../ui/link.tsx';
import { Notice } from '../ui/notice.tsx';
import { toasts } from '../ui/toasts.ts';

/** How old the pupil list is, and what to do when it is too old: nothing is released until then. */
export function FreshnessNotice() {
  const { freshness: words } = useStrings();
  const { day } = useFormats();
  const { person } = usePerson();
  const { data } = useEndpoint(registerEndpoints.readFreshness, {});
  const [isConfirming, setConfirming] = useState(false);
  const confirm = useAction(registerEndpoints.confirmCurrent, {
    changes: ['register.'],
    onDone: () => {
      setConfirming(false);
      toasts.show(words.confirmed);
    },
  });
  if (data === undefined) return null;
  const { checkedOn, ageDays, maxAgeDays, isStale } = data;
  if (!isStale && checkedOn !== null) return <p className="muted">{words.fresh(day(checkedOn))}</p>;
  return (
    <Notice tone="warning">
      <p>{ageDays === null ? words.never : words.stale(ageDays, maxAgeDays)}</p>
      {person !== null && person !== undefined && hasRole(person, ['office']) && (
        <div className="row">
          <Link to="/imports" looks="primary">
            {words.import}
          </Link>
          <Button
            onPress={() => {
              setConfirming(true);
            }}
          >
            {words.confirm}
          </Button>
        </div>
      )}
      <ConfirmDialog
        title={words.confirmTitle}
        action={words.confirm}
        isOpen={isConfirming}
        isPending={confirm.isPending}
        error={confirm.error}
        onConfirm={() => {
          confirm.mutate({});
        }}
        onClose={() => {
          setConfirming(false);
        }}
      >
        <p>{words.confirmText}</p>
      </ConfirmDialog>
    </Notice>
  );
}
