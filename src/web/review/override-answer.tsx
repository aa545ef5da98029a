import { useState } from 'react';
import { answerEndpoints } from '../../contract/moderation-answers.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import type { Sending } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { toasts } from '../ui/toasts.ts';
import type { PhotoDetail } from './review-types.ts';

/** Answer, as the second person, what somebody asked for. Agreeing asks once more, because it approves. */
export function OverrideAnswer(props: {
  readonly photo: PhotoDetail;
  readonly override: NonNullable<PhotoDetail['override']>;
}) {
  const { reviewOverride: words } = useStrings();
  const { askedBy, reason } = props.override;
  const [isAgreeing, setAgreeing] = useState(false);
  const close = (): void => {
    setAgreeing(false);
  };
  const { say, sending } = useAnswer(props.photo, close);
  return (
    <Notice tone="warning" title={words.askedBy(askedBy)}>
      <p>{reason}</p>
      <div className="row">
        <Button
          isSmall
          onPress={() => {
            setAgreeing(true);
          }}
        >
          {words.agree}
        </Button>
        <Button isSmall isPending={sending.isPending} onPress={say('refused')}>
          {words.refuse}
        </Button>
      </div>
      {!isAgreeing && <ErrorNotice error={sending.error} />}
      {isAgreeing && <AgreeDialog reason={reason} sending={sending} onAgree={say('agreed')} onClose={close} />}
    </Notice>
  );
}

function AgreeDialog(props: {
  readonly reason: string;
  readonly sending: Sending;
  readonly onAgree: () => void;
  readonly onClose: () => void;
}) {
  const { reviewOverride: words } = useStrings();
  return (
    <ConfirmDialog
      {...props.sending}
      title={words.agreeTitle}
      action={words.agree}
      onConfirm={props.onAgree}
      onClose={props.onClose}
    >
      <p>{words.agreeHelp}</p>
      <p>{props.reason}</p>
    </ConfirmDialog>
  );
}

function useAnswer({ id, version }: PhotoDetail, onDone: () => void) {
  const { reviewOverride: words } = useStrings();
  const { mutate, isPending, error } = useAction(answerEndpoints.answerOverride, {
    changes: ['moderation.'],
    onDone: (_answered, { body }) => {
      onDone();
      toasts.show(body.answer === 'agreed' ? words.agreed : words.refused);
    },
  });
  const say = (answer: 'agreed' | 'refused') => (): void => {
    mutate({ params: { photoId: id }, body: { version, answer } });
  };
  return { say, sending: { isPending, error } };
}
