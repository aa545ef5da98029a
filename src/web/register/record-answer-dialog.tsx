import { useState } from 'react';
import { consentEndpoints } from '../../contract/register-answers.ts';
import { guardianEndpoints } from '../../contract/register-guardians.ts';
import type { BodySent } from '../../contract/endpoint.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Form } from '../ui/form.tsx';
import { RadioField } from '../ui/radio-field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import { todayIso } from '../strings/today-iso.ts';
import { AttachDocument } from './attach-document.tsx';
import { inOneYear } from './in-one-year.ts';
import { useChannelNames } from '../api/use-channel-names.ts';

type NewAnswer = BodySent<typeof consentEndpoints.record>;

const everyChannel = '*';

function newAnswer(channelId: string | null): NewAnswer {
  const today = todayIso();
  return {
    channelId,
    answer: 'permitted',
    basis: 'consent',
    validFrom: today,
    validUntil: inOneYear(today),
    guardianId: null,
    givenBy: '',
    method: 'paper-form',
    evidenceReference: null,
    documentId: null,
  };
}

/** Record what a guardian answered. Earlier answers stay on record. */
export function RecordAnswerDialog(props: {
  readonly pupilId: string;
  readonly channelId: string | null;
  readonly onClose: () => void;
}) {
  const { consents: words, common } = useStrings();
  const [answer, setAnswer] = useState(() => newAnswer(props.channelId));
  const record = useAction(consentEndpoints.record, {
    changes: ['consents.', 'pupils.', 'register.', 'takedowns.'],
    onDone: () => {
      toasts.show(words.recorded);
      props.onClose();
    },
  });
  const isPermitted = answer.answer === 'permitted';
  return (
    <Dialog title={words.record} isOpen onClose={props.onClose}>
      <Form
        error={record.error}
        onSubmit={() => {
          const validUntil = isPermitted ? answer.validUntil : null;
          record.mutate({ params: { pupilId: props.pupilId }, body: { ...answer, validUntil } });
        }}
      >
        <AnswerFields pupilId={props.pupilId} answer={answer} onChange={setAnswer} />
        <div className="row">
          <Button kind="primary" type="submit" isPending={record.isPending}>
            {common.save}
          </Button>
          <Button onPress={props.onClose}>{common.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}

const choicesOf = <Value extends string>(labels: Readonly<Record<Value, string>>) =>
  (Object.entries(labels) as [Value, string][]).map(([value, label]) => ({ value, label }));

function AnswerFields(props: {
  readonly pupilId: string;
  readonly answer: NewAnswer;
  readonly onChange: (answer: NewAnswer) => void;
}) {
  const { consents: words } = useStrings();
  const { open } = useChannelNames();
  const { answer } = props;
  const change = (part: Partial<NewAnswer>): void => {
    props.onChange({ ...answer, ...part });
  };
  return (
    <>
      <SelectField
        label={words.channel}
        name="channelId"
        value={answer.channelId ?? everyChannel}
        choices={[
          { value: everyChannel, label: words.allChannels },
          ...open.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(value) => {
          change({ channelId: value === everyChannel ? null : value });
        }}
      />
      <RadioField
        label={words.answer}
        name="answer"
        value={answer.answer}
        choices={choicesOf(words.answers)}
        onChange={(value) => {
          change({ answer: value });
        }}
      />
      <GuardianChoice pupilId={props.pupilId} answer={answer} onChange={change} />
      <TextField
        label={words.givenBy}
        help={words.givenByHelp}
        name="givenBy"
        isRequired
        value={answer.givenBy}
        onChange={(givenBy) => {
          change({ givenBy });
        }}
      />
      <Days answer={answer} onChange={change} />
      <SelectField
        label={words.method}
        name="method"
        value={answer.method}
        choices={choicesOf(words.methods).filter(({ value }) => value !== 'import')}
        onChange={(value) => {
          change({ method: value });
        }}
      />
      <SelectField
        label={words.basis}
        name="basis"
        value={answer.basis}
        choices={choicesOf(words.bases)}
        onChange={(value) => {
          change({ basis: value });
        }}
      />
      <TextField
        label={words.evidence}
        name="evidenceReference"
        value={answer.evidenceReference ?? ''}
        onChange={(value) => {
          change({ evidenceReference: value === '' ? null : value });
        }}
      />
      <AttachDocument
        pupilId={props.pupilId}
        onAttached={(documentId) => {
          change({ documentId });
        }}
      />
    </>
  );
}

interface PartProps {
  readonly answer: NewAnswer;
  readonly onChange: (part: Partial<NewAnswer>) => void;
}

function Days({ answer, onChange }: PartProps) {
  const { consents: words } = useStrings();
  return (
    <>
      <TextField
        label={words.from}
        name="validFrom"
        type="date"
        isRequired
        value={answer.validFrom}
        onChange={(validFrom) => {
          onChange({ validFrom });
        }}
      />
      {answer.answer === 'permitted' && (
        <TextField
          label={words.lastDay}
          help={words.lastDayHelp}
          name="validUntil"
          type="date"
          isRequired
          value={answer.validUntil ?? ''}
          onChange={(value) => {
            onChange({ validUntil: value === '' ? null : value });
          }}
        />
      )}
    </>
  );
}

function GuardianChoice({ pupilId, answer, onChange }: PartProps & { readonly pupilId: string }) {
  const { consents: words } = useStrings();
  const { data } = useEndpoint(guardianEndpoints.list, { params: { pupilId } });
  const guardians = data?.guardians ?? [];
  if (guardians.length === 0) return null;
  return (
    <SelectField
      label={words.guardian}
      name="guardianId"
      value={answer.guardianId ?? ''}
      choices={[{ value: '', label: words.nobody }, ...guardians.map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={(value) => {
        const guardian = guardians.find(({ id }) => id === value);
        onChange({
          guardianId: guardian?.id ?? null,
          ...(guardian === undefined ? {} : { givenBy: `${guardian.name}, ${guardian.relationship}` }),
        });
      }}
    />
  );
}
