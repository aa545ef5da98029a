import { guardianEndpoints } from '../../contract/register-guardians.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { ChangedMeanwhile } from '../ui/changed-meanwhile.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { toasts } from '../ui/toasts.ts';
import { useSharedDraft } from '../ui/use-shared-draft.ts';
import { bodyOf, draftOf, guardianChanges, GuardianFields, type GuardianDraft } from './guardian-fields.tsx';
import type { Guardian } from './guardians-panel.tsx';

interface ChangeProps {
  readonly pupilId: string;
  readonly guardian: Guardian;
  readonly isGone: boolean;
  readonly onClose: () => void;
}

/**
 * Change a guardian. What a colleague changes meanwhile is taken over, and where both typed it is said; where they have
 * parted the guardian from the pupil (`isGone`), what was typed is kept and adds them again.
 */
export function ChangeGuardianDialog(props: ChangeProps) {
  const { guardians: words, common } = useStrings();
  const { guardian, isGone, onClose } = props;
  const { draft, field, theirs } = useSharedDraft(guardian.version, draftOf(guardian));
  const { sending, save } = useSaving(props);
  return (
    <FormDialog
      title={guardian.name}
      action={common.save}
      sending={sending}
      onSend={() => {
        save(draft);
      }}
      onClose={onClose}
    >
      <GuardianFields field={field} />
      {isGone ? (
        <Notice tone="warning" isLive>
          {words.gone}
        </Notice>
      ) : (
        <ChangedMeanwhile theirs={theirs} labels={words} />
      )}
    </FormDialog>
  );
}

/** Changes a guardian who is there, and adds one again who is gone. */
function useSaving({ pupilId, guardian, isGone, onClose }: ChangeProps) {
  const { guardians: words } = useStrings();
  const onDone = (): void => {
    toasts.show(words.saved);
    onClose();
  };
  const change = useAction(guardianEndpoints.change, { changes: guardianChanges, onDone });
  const add = useAction(guardianEndpoints.add, { changes: guardianChanges, onDone });
  const save = (draft: GuardianDraft): void => {
    if (isGone) {
      add.mutate({ params: { pupilId }, body: bodyOf(draft) });
      return;
    }
    const input = {
      params: { pupilId, guardianId: guardian.id },
      body: { ...bodyOf(draft), version: guardian.version },
    };
    change.mutate(input);
  };
  return { sending: isGone ? add : change, save };
}
