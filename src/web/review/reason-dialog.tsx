import { useState } from 'react';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { reasonsFor, type Decision, type ReasonCode } from './reasons.ts';

/** Why: the likeliest reason has the focus, so that Enter takes it; a number takes another at once. */
export function ReasonDialog(props: {
  readonly decision: Decision;
  readonly first: ReasonCode;
  /** How many photos; one unless said. */
  readonly count?: number;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onChoose: (reason: ReasonCode, note: string) => void;
  readonly onClose: () => void;
}) {
  const { review } = useStrings();
  const [note, setNote] = useState('');
  const [chosen, setChosen] = useState<ReasonCode>();
  const reasons = reasonsFor(props.decision, props.first);
  const choose = (reason: ReasonCode | undefined): void => {
    if (reason === undefined || props.isPending) return;
    setChosen(reason);
    props.onChoose(reason, note);
  };
  return (
    <Dialog title={review.reasonTitle[props.decision]} onClose={props.onClose}>
      <p className="muted">
        {props.count !== undefined && `${review.reasonMany(props.count)} `}
        {review.reasonHelp}
      </p>
      <div
        className="review-reasons"
        role="group"
        aria-label={review.reasonTitle[props.decision]}
        onKeyDown={(event) => {
          if (/^[1-9]$/.test(event.key)) choose(reasons[Number(event.key) - 1]);
        }}
      >
        {reasons.map((reason, index) => (
          <Button
            key={reason}
            kind={index === 0 ? 'primary' : 'plain'}
            autoFocus={index === 0}
            isPending={props.isPending && reason === chosen}
            onPress={() => {
              choose(reason);
            }}
          >
            <kbd className="key">{index + 1}</kbd> {review.reasons[reason]}
          </Button>
        ))}
      </div>
      <TextField label={review.note} help={review.noteHelp} lines="many" value={note} onChange={setNote} />
      <ErrorNotice error={props.error} />
    </Dialog>
  );
}
