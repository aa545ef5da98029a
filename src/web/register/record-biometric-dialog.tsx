import { biometricEndpoints } from '../../contract/register-answers.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { textOrNone } from '../ui/text-or-none.ts';
import { toasts } from '../ui/toasts.ts';
import { useDraft, type FieldOf } from '../ui/use-draft.ts';
import { AttachDocument } from './attach-document.tsx';
import type { Recording } from './biometric-panel.tsx';
import { todayIso } from '../strings/today-iso.ts';

const ends = ['parent-objected', 'pupil-objected', 'withdrawn'];

interface NewRecord {
  readonly happenedOn: string;
  readonly inWriting: boolean;
  readonly evidenceReference: string | null;
  readonly documentId: string | null;
}

const newRecord = (): NewRecord => ({
  happenedOn: todayIso(),
  inWriting: false,
  evidenceReference: null,
  documentId: null,
});

/** Record one event of a biometric permission: who, when, and where the paper is. */
export function RecordBiometricDialog(props: {
  readonly pupilId: string;
  readonly recording: Recording;
  readonly onClose: () => void;
}) {
  const { biometric: words, common } = useStrings();
  const { event, parent } = props.recording;
  const { draft, field } = useDraft(newRecord);
  const record = useAction(biometricEndpoints.record, {
    changes: ['biometric.', 'pupils.', 'register.', 'pupilPhotos.'],
    onDone: ({ templatesErased }) => {
      toasts.show(words.erased(templatesErased));
      props.onClose();
    },
  });
  const what = words.events[event];
  return (
    <FormDialog
      title={parent === null ? what : `${parent.name} ${what}`}
      intro={<WhatItMeans event={event} />}
      action={common.save}
      kind={ends.includes(event) ? 'danger' : 'primary'}
      sending={record}
      onSend={() => {
        const body = { ...draft, event, guardianId: parent?.guardianId ?? null };
        record.mutate({ params: { pupilId: props.pupilId }, body });
      }}
      onClose={props.onClose}
    >
      <EvidenceFields field={field} mustBeWritten={event === 'parent-consented'} />
      <AttachDocument pupilId={props.pupilId} onAttached={field('documentId').onChange} />
    </FormDialog>
  );
}

/** The day, whether it was in writing, and where the paper is. */
function EvidenceFields(props: { readonly field: FieldOf<NewRecord>; readonly mustBeWritten: boolean }) {
  const { biometric: words } = useStrings();
  const { field, mustBeWritten } = props;
  const { name, value, onChange } = field('inWriting');
  return (
    <>
      <TextField {...field('happenedOn')} label={words.when} type="date" isRequired />
      <Checkbox name={name} isSelected={value} onChange={onChange} isRequired={mustBeWritten}>
        {words.inWriting}
      </Checkbox>
      <TextField {...textOrNone(field('evidenceReference'))} label={words.evidence} />
    </>
  );
}

function WhatItMeans({ event }: { readonly event: Recording['event'] }) {
  const { biometric: words } = useStrings();
  if (ends.includes(event)) return <Notice tone="warning">{words.destroyed}</Notice>;
  if (event === 'parent-exempt') return <Notice>{words.exemptHelp}</Notice>;
  return event === 'reset' && <Notice>{words.resetHelp}</Notice>;
}
