import { useState } from 'react';
import { pupilEndpoints } from '../../contract/register.ts';
import { useAction } from '../api/use-action.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import type { Pupil } from './pupil-page.tsx';
import { todayIso } from '../strings/today-iso.ts';

/** A pupil's last day at the school, which may be taken back. */
export function LeavingCard({ pupil }: { readonly pupil: Pupil }) {
  const { details: words, register } = useStrings();
  const { day } = useFormats();
  const [leftOn, setLeftOn] = useState(pupil.leftOn ?? todayIso());
  const { sending, leaveOn } = useLeaving(pupil);
  return (
    <Card id="leaving" title={words.leaving} help={words.leavingHelp}>
      {pupil.leftOn !== null && (
        <p>
          {register.leftOn(day(pupil.leftOn))}. <span className="muted">{words.backAgain}</span>
        </p>
      )}
      <Form
        sending={sending}
        onSubmit={() => {
          leaveOn(leftOn);
        }}
      >
        <TextField label={words.lastDay} name="leftOn" type="date" isRequired value={leftOn} onChange={setLeftOn} />
        <div className="row">
          <Button type="submit" isPending={sending.isPending}>
            {words.setLeaving}
          </Button>
          {pupil.leftOn !== null && (
            <Button
              onPress={() => {
                leaveOn(null);
              }}
            >
              {words.takeBack}
            </Button>
          )}
        </div>
      </Form>
    </Card>
  );
}

/** Sets the last day of a pupil; null takes it back. */
function useLeaving({ id, version }: Pupil) {
  const { details: words } = useStrings();
  const sending = useAction(pupilEndpoints.leave, {
    changes: ['pupils.', 'register.', 'takedowns.'],
    onDone: (_, { body }) => {
      toasts.show(body.leftOn === null ? words.notLeft : words.left);
    },
  });
  const leaveOn = (leftOn: string | null): void => {
    sending.mutate({ params: { pupilId: id }, body: { leftOn, version } });
  };
  return { sending, leaveOn };
}
