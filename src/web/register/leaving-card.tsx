import { useState } from 'react';
import { pupilEndpoints } from '../../contract/register.ts';
import { useAction } from '../api/use-action.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
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
  const leave = useAction(pupilEndpoints.leave, {
    changes: ['pupils.', 'register.', 'takedowns.'],
    onDone: () => {
      toasts.show(words.left);
    },
  });
  const params = { pupilId: pupil.id };
  return (
    <section className="card" aria-labelledby="leaving">
      <h2 id="leaving">{words.leaving}</h2>
      <p className="muted">{words.leavingHelp}</p>
      {pupil.leftOn !== null && <p>{register.leftOn(day(pupil.leftOn))}</p>}
      <Form
        sending={leave}
        onSubmit={() => {
          leave.mutate({ params, body: { leftOn, version: pupil.version } });
        }}
      >
        <TextField label={words.lastDay} name="leftOn" type="date" isRequired value={leftOn} onChange={setLeftOn} />
        <div className="row">
          <Button type="submit" isPending={leave.isPending}>
            {words.setLeaving}
          </Button>
          {pupil.leftOn !== null && (
            <Button
              onPress={() => {
                leave.mutate({ params, body: { leftOn: null, version: pupil.version } });
              }}
            >
              {words.takeBack}
            </Button>
          )}
        </div>
      </Form>
    </section>
  );
}
