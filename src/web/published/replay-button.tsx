import { useState } from 'react';
import { takedownEndpoints } from '../../contract/takedowns.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toasts } from '../ui/toasts.ts';

/** Judge everything that is stored with today’s register and policy. */
export function ReplayButton() {
  const { takedowns: words } = useStrings();
  const [isAsking, setAsking] = useState(false);
  const replay = useAction(takedownEndpoints.replay, {
    changes: ['takedowns.'],
    onDone: ({ photos }) => {
      setAsking(false);
      toasts.show(words.replayed(photos));
    },
  });
  return (
    <>
      <Button
        onPress={() => {
          setAsking(true);
        }}
      >
        {words.replay}
      </Button>
      <ConfirmDialog
        title={words.replayTitle}
        action={words.replay}
        isOpen={isAsking}
        isPending={replay.isPending}
        error={replay.error}
        onConfirm={() => {
          replay.mutate({});
        }}
        onClose={() => {
          setAsking(false);
        }}
      >
        <p>{words.replayHelp}</p>
      </ConfirmDialog>
    </>
  );
}
