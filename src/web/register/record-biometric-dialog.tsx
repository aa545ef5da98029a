import { useState } from 'react';
import { biometricEndpoints } from '../../contract/register-answers.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import { AttachDocument } from './attach-document.tsx';
import type { Recording } from './biometric-panel.tsx';
import { todayIso } from '../strings/today-iso.ts';

const ends = ['parent-objected', 'pupil-objected', 'withdrawn'];

/** Record one event of a biometric permission: who, when, and where the paper is. */
export function RecordBiometricDialog(props: {
  readonly pupilId: string;
  readonly recording: Recording;
  readonly onClose: () => void;
}) {
  const { biometric: words, common } = useStrings();
  const { event, parent } = props.recording;
  const [happenedOn, setHappenedOn] = useState(todayIso);
  const [inWriting, setInWriting] = useState(false);
  const [evidence, setEvidence] = useState('');
  const [documentId, setDocumentId] = useState<string | null>(null);
  const record = useAction(biometricEndpoints.record, {
    changes: ['biometric.', 'pupils.', 'register.', 'pupilPhotos.'],
    onDone: ({ templatesErased }) => {
      toasts.show(words.erased(templatesErased));
      props.onClose();
    },
  });
  const what = words.events[event];
  const submit = (): void => {
    const body = {
      event,
      guardianId: parent?.guardianId ?? null,
      happenedOn,
      inWriting,
      evidenceReference: evidence === '' ? null : evidence,
      documentId,
    };
    record.mutate({ params: { pupilId: props.pupilId }, body });
  };
  return (
    <Dialog title={parent === null ? what : `${parent.name} ${what}`} isOpen onClose={props.onClose}>
      {ends.includes(event) && <Notice tone="warning">{words.destroyed}</Notice>}
      {event === 'parent-exempt' && <Notice>{words.exemptHelp}</Notice>}
      {event === 'reset' && <Notice>{words.resetHelp}</Notice>}
      <Form error={record.error} onSubmit={submit}>
        <TextField
          label={words.when}
          name="happenedOn"
          type="date"
          isRequired
          value={happenedOn}
          onChange={setHappenedOn}
        />
        <Checkbox
          name="inWriting"
          isSelected={inWriting}
          onChange={setInWriting}
          isRequired={event === 'parent-consented'}
        >
          {words.inWriting}
        </Checkbox>
        <TextField label={words.evidence} name="evidenceReference" value={evidence} onChange={setEvidence} />
        <AttachDocument pupilId={props.pupilId} onAttached={setDocumentId} />
        <div className="row">
          <Button kind={ends.includes(event) ? 'danger' : 'primary'} type="submit" isPending={record.isPending}>
            {common.save}
          </Button>
          <Button onPress={props.onClose}>{common.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
