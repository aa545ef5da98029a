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
  return (
    <Dialog title={review.reasonTitle[props.decision]} onClose={props.onClose}>
      <p className="muted">
        {props.count !== undefined && `${review.reasonMany(props.count)} `}
        {review.reasonHelp}
      </p>
      <Reasons
        title={review.reasonTitle[props.decision]}
        reasons={reasonsFor(props.decision, props.first)}
        isPending={props.isPending}
        onChoose={(reason) => {
          props.onChoose(reason, note);
        }}
      />
      <TextField label={review.note} help={review.noteHelp} lines="many" value={note} onChange={setNote} />
      <ErrorNotice error={props.error} />
    </Dialog>
  );
}

/** A button for each reason, with its number. None is taken while one is on its way. */
function Reasons(props: {
  readonly title: string;
  readonly reasons: readonly ReasonCode[];
  readonly isPending: boolean;
  readonly onChoose: (reason: ReasonCode) => void;
}) {
  const { review } = useStrings();
  const [chosen, setChosen] = useState<ReasonCode>();
  const { title, reasons, isPending } = props;
  const choose = (reason: ReasonCode | undefined): void => {
    if (reason === undefined || isPending) return;
    setChosen(reason);
    props.onChoose(reason);
  };
  return (
    <div
      className="review-reasons"
      role="group"
      aria-label={title}
      onKeyDown={(event) => {
        if (/^[1-9]$/.test(event.key)) choose(reasons[Number(event.key) - 1]);
      }}
    >
      {reasons.map((reason, index) => (
        <Button
          key={reason}
          kind={index === 0 ? 'primary' : 'plain'}
          autoFocus={index === 0}
          isPending={isPending && reason === chosen}
          onPress={() => {
            choose(reason);
          }}
        >
          <kbd className="key">{index + 1}</kbd> {review.reasons[reason]}
        </Button>
      ))}
    </div>
  );
}
