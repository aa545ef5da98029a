import { useState } from 'react';
import { takedownEndpoints } from '../../contract/takedowns.ts';
import { useAction } from '../api/use-action.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Link } from '../ui/link.tsx';
import { Notice } from '../ui/notice.tsx';
import { toasts } from '../ui/toasts.ts';
import type { LedgerEntry } from './release-page.tsx';

/** Whether the photo must come down, and asking for it by hand. */
export function AskTakedown({ entry }: { readonly entry: LedgerEntry }) {
  const { release: words } = useStrings();
  const { day, moment } = useFormats();
  const [isAsking, setAsking] = useState(false);
  const ask = useAction(takedownEndpoints.ask, {
    changes: ['takedowns.', 'release.', 'uploads.'],
    onDone: () => {
      setAsking(false);
      toasts.show(words.asked);
    },
  });
  if (entry.takenDownAt !== null) return <Notice>{words.down(moment(entry.takenDownAt))}</Notice>;
  if (entry.takedownDueOn !== null) {
    return (
      <Notice tone="bad">
        <p>{words.due(day(entry.takedownDueOn))}</p>
        <p>
          <Link to="/takedowns">{words.seeTakedown}</Link>
        </p>
      </Notice>
    );
  }
  return (
    <div>
      <Button
        kind="danger"
        onPress={() => {
          setAsking(true);
        }}
      >
        {words.ask}
      </Button>
      <ConfirmDialog
        title={words.askTitle}
        action={words.ask}
        isOpen={isAsking}
        isPending={ask.isPending}
        error={ask.error}
        onConfirm={() => {
          ask.mutate({ params: { releaseId: entry.id } });
        }}
        onClose={() => {
          setAsking(false);
        }}
      >
        <p>{words.askHelp}</p>
      </ConfirmDialog>
    </div>
  );
}
