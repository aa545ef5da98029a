import { consentEndpoints } from '../../contract/register-answers.ts';
import { guardianEndpoints } from '../../contract/register-guardians.ts';
import type { BodySent } from '../../contract/endpoint.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { choicesOfNamed } from '../ui/choices-of-named.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { choicesOf } from '../ui/choices-of.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { RadioField } from '../ui/radio-field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { textOrNone } from '../ui/text-or-none.ts';
import { toasts } from '../ui/toasts.ts';
import { useDraft, type FieldOf } from '../ui/use-draft.ts';
import { todayIso } from '../strings/today-iso.ts';
import { AttachDocument } from './attach-document.tsx';
import { inOneYear } from './in-one-year.ts';
import { useChannelNames } from '../api/use-channel-names.ts';
import type { PanelProps } from './pupil-page.tsx';

type Pupil = PanelProps['pupil'];
type NewAnswer = BodySent<typeof consentEndpoints.record>;
/** Nothing is answered beforehand: in a hurry a withdrawal would be kept as a permission. */
type AnswerDraft = Omit<NewAnswer, 'answer'> & { readonly answer: NewAnswer['answer'] | null };

const everyChannel = '*';

function newAnswer(channelId: string | null): AnswerDraft {
  const today = todayIso();
  return {
    channelId,
    answer: null,
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

/** Record what a guardian, or the pupil, answered. Earlier answers stay on record. */
export function RecordAnswerDialog(props: {
  readonly pupil: Pick<Pupil, 'id' | 'firstName' | 'lastName'>;
  readonly channelId: string | null;
  readonly onClose: () => void;
}) {
  const { consents: words, common } = useStrings();
  const { id: pupilId, firstName, lastName } = props.pupil;
  const { draft, change, field } = useDraft(() => newAnswer(props.channelId));
  const record = useRecording(props.onClose);
  if (record.data !== undefined && record.data.stillPermittedOn.length > 0) {
    const { stillPermittedOn } = record.data;
    return <StillPermitted channels={stillPermittedOn} from={draft.validFrom} onClose={props.onClose} />;
  }
  return (
    <FormDialog
      title={words.record}
      action={common.save}
      sending={record}
      onSend={() => {
        const { answer } = draft;
        if (answer === null) return;
        const validUntil = answer === 'permitted' ? draft.validUntil : null;
        record.mutate({ params: { pupilId }, body: { ...draft, answer, validUntil } });
      }}
      onClose={props.onClose}
    >
      <WhatFields field={field} />
      <WhoFields pupilId={pupilId} ownName={`${firstName} ${lastName}`} draft={draft} field={field} onChange={change} />
      <DayFields field={field} isPermitted={draft.answer === 'permitted'} />
      <EvidenceFields field={field} />
      <AttachDocument pupilId={pupilId} onAttached={field('documentId').onChange} />
    </FormDialog>
  );
}

/** Records an answer. `onDone` unless the photos may still be published, which has to be said first. */
function useRecording(onDone: () => void) {
  const { consents: words } = useStrings();
  return useAction(consentEndpoints.record, {
    changes: ['consents.', 'pupils.', 'register.', 'takedowns.'],
    onDone: ({ stillPermittedOn }) => {
      if (stillPermittedOn.length > 0) return;
      toasts.show(words.recorded);
      onDone();
    },
  });
}

/** What was recorded did not do what is most likely meant: it must not go unseen. */
function StillPermitted(props: {
  readonly channels: readonly string[];
  readonly from: string;
  readonly onClose: () => void;
}) {
  const { consents: words, common } = useStrings();
  const { nameOf } = useChannelNames();
  const { day, list } = useFormats();
  const channels = list(props.channels.map(nameOf));
  const isForLater = props.from > todayIso();
  return (
    <Dialog title={words.record} onClose={props.onClose}>
      <Notice tone="bad" isLive>
        {isForLater ? words.permittedUntilThen(channels, day(props.from)) : words.stillPermitted(channels)}
      </Notice>
      <div className="row">
        <Button autoFocus onPress={props.onClose}>
          {common.close}
        </Button>
      </div>
    </Dialog>
  );
}

interface PartProps {
  readonly field: FieldOf<AnswerDraft>;
}

function WhatFields({ field }: PartProps) {
  const { consents: words } = useStrings();
  const { open } = useChannelNames();
  const channel = field('channelId');
  return (
    <>
      <SelectField
        label={words.channel}
        name={channel.name}
        value={channel.value ?? everyChannel}
        choices={[{ value: everyChannel, label: words.allChannels }, ...choicesOfNamed(open)]}
        onChange={(value) => {
          channel.onChange(value === everyChannel ? null : value);
        }}
      />
      <RadioField {...field('answer')} label={words.answer} choices={choicesOf(words.answers)} isRequired />
    </>
  );
}

function DayFields({ field, isPermitted }: PartProps & { readonly isPermitted: boolean }) {
  const { consents: words } = useStrings();
  return (
    <>
      <TextField {...field('validFrom')} label={words.from} type="date" isRequired />
      {isPermitted && (
        <TextField
          {...textOrNone(field('validUntil'))}
          label={words.lastDay}
          help={words.lastDayHelp}
          type="date"
          isRequired
        />
      )}
    </>
  );
}

function EvidenceFields({ field }: PartProps) {
  const { consents: words } = useStrings();
  return (
    <>
      <SelectField
        {...field('method')}
        label={words.method}
        choices={choicesOf(words.methods).filter(({ value }) => value !== 'import')}
      />
      <SelectField {...field('basis')} label={words.basis} choices={choicesOf(words.bases)} />
      <TextField {...textOrNone(field('evidenceReference'))} label={words.evidence} />
    </>
  );
}

const thePupil = 'pupil';

interface WhoProps {
  readonly pupilId: string;
  readonly ownName: string;
  readonly draft: Pick<AnswerDraft, 'guardianId' | 'givenBy'>;
  readonly onChange: (part: Pick<AnswerDraft, 'guardianId'> & Partial<Pick<AnswerDraft, 'givenBy'>>) => void;
}

/**
 * Whoever is on record can be chosen, which says who gave the answer, too. An answer is the pupil's own where it is given
 * by their whole name.
 */
function WhoFields(props: PartProps & WhoProps) {
  const { consents: words } = useStrings();
  return (
    <>
      <GuardianField {...props} />
      <TextField {...props.field('givenBy')} label={words.givenBy} help={words.givenByHelp} isRequired />
    </>
  );
}

function GuardianField(props: WhoProps) {
  const { consents: words } = useStrings();
  const { data } = useEndpoint(guardianEndpoints.list, { params: { pupilId: props.pupilId } });
  const { ownName, draft } = props;
  const guardians = data?.guardians ?? [];
  return (
    <SelectField
      label={words.guardian}
      name="guardianId"
      value={draft.guardianId ?? (draft.givenBy === ownName ? thePupil : '')}
      choices={[
        { value: '', label: words.nobody },
        { value: thePupil, label: words.thePupil },
        ...choicesOfNamed(guardians),
      ]}
      onChange={(value) => {
        const guardian = guardians.find(({ id }) => id === value);
        const givenBy = guardian === undefined ? ownName : `${guardian.name}, ${guardian.relationship}`;
        const wasOwn = draft.givenBy === ownName;
        props.onChange({
          guardianId: guardian?.id ?? null,
          ...(value !== '' ? { givenBy } : wasOwn ? { givenBy: '' } : {}),
        });
      }}
    />
  );
}
