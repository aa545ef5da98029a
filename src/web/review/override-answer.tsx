import { useState } from 'react';
import { answerEndpoints } from '../../contract/moderation-answers.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import { toasts } from '../ui/toasts.ts';
import type { PhotoDetail } from './review-types.ts';

/** Answer, as the second person, what somebody asked for. Agreeing asks once more, because it approves. */
export function OverrideAnswer(props: {
  readonly photo: PhotoDetail;
  readonly override: NonNullable<PhotoDetail['override']>;
}) {
  const { reviewOverride: words } = useStrings();
  const [isAgreeing, setAgreeing] = useState(false);
  const answer = useAction(answerEndpoints.answerOverride, {
    changes: ['moderation.'],
    onDone: (_answered, { body }) => {
      setAgreeing(false);
      toasts.show(body.answer === 'agreed' ? words.agreed : words.refused);
    },
  });
  const say = (given: 'agreed' | 'refused'): void => {
    const { id, version } = props.photo;
    answer.mutate({ params: { photoId: id }, body: { version, answer: given } });
  };
  return (
    <Notice tone="warning" title={words.askedBy(props.override.askedBy)}>
      <p>{props.override.reason}</p>
      <div className="row">
        <Button
          isSmall
          onPress={() => {
            setAgreeing(true);
          }}
        >
          {words.agree}
        </Button>
        <Button
          isSmall
          isPending={answer.isPending}
          onPress={() => {
            say('refused');
          }}
        >
          {words.refuse}
        </Button>
      </div>
      {!isAgreeing && <ErrorNotice error={answer.error} />}
      <ConfirmDialog
        title={words.agreeTitle}
        action={words.agree}
        isOpen={isAgreeing}
        isPending={answer.isPending}
        error={answer.error}
        onConfirm={() => {
          say('agreed');
        }}
        onClose={() => {
          setAgreeing(false);
        }}
      >
        <p>{words.agreeHelp}</p>
        <p>{props.override.reason}</p>
      </ConfirmDialog>
    </Notice>
  );
}
