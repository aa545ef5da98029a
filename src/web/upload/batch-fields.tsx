import type { channelEndpoints } from '../../contract/channels.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import type { uploadEndpoints } from '../../contract/uploads.ts';
import { useStrings } from '../strings/use-strings.ts';
import { CheckboxGroupField } from '../ui/checkbox-group-field.tsx';
import { RadioField } from '../ui/radio-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { NewBatch } from './new-batch.ts';

interface FieldsProps {
  readonly batch: NewBatch;
  readonly form: AnswerOf<typeof uploadEndpoints.readForm>;
  readonly channels: AnswerOf<typeof channelEndpoints.list>['channels'];
  readonly onChange: (by: Partial<NewBatch>) => void;
}

/** What the photos are of, where they go, who was there, the words beside them. */
export function BatchFields({ batch, form, channels, onChange }: FieldsProps) {
  const { upload: words } = useStrings();
  const choices = form.channels.map(({ id, name }) => {
    const audience = channels.find((channel) => channel.id === id)?.audience;
    return {
      value: id,
      label: audience === undefined ? name : words.channelChoice(name, words.audience[audience]),
    };
  });
  return (
    <>
      <TextField
        label={words.batchTitle}
        help={words.batchTitleHelp}
        name="title"
        isRequired
        maxLength={200}
        value={batch.title}
        onChange={(title) => {
          onChange({ title });
        }}
      />
      <TextField
        label={words.eventDate}
        name="eventDate"
        type="date"
        isRequired
        value={batch.eventDate}
        onChange={(eventDate) => {
          onChange({ eventDate });
        }}
      />
      <CheckboxGroupField
        label={words.channels}
        help={words.channelsHelp}
        name="channels"
        isRequired
        choices={choices}
        value={batch.channels}
        onChange={(chosen) => {
          onChange({ channels: chosen });
        }}
      />
      <WhoFields batch={batch} form={form} onChange={onChange} />
      <TextField
        label={words.caption}
        help={words.captionHelp}
        name="caption"
        lines="many"
        maxLength={2_000}
        value={batch.caption}
        onChange={(caption) => {
          onChange({ caption });
        }}
      />
      <TextField
        label={words.altText}
        help={words.altTextHelp}
        name="altText"
        lines="many"
        maxLength={1_000}
        value={batch.altText}
        onChange={(altText) => {
          onChange({ altText });
        }}
      />
    </>
  );
}

function WhoFields({ batch, form, onChange }: Omit<FieldsProps, 'channels'>) {
  const { upload: words } = useStrings();
  const hasGroups = form.classes.length + form.years.length > 0;
  const choicesOf = (names: readonly string[]) => names.map((name) => ({ value: name, label: name }));
  return (
    <>
      <RadioField
        label={words.who}
        help={words.whoHelp}
        name="roll.wholeSchool"
        isRequired
        choices={[
          { value: 'whole-school', label: words.wholeSchool },
          ...(hasGroups ? [{ value: 'groups' as const, label: words.someGroups }] : []),
        ]}
        value={batch.who}
        onChange={(who) => {
          onChange({ who });
        }}
      />
      {batch.who === 'groups' && (
        <div className="upload-groups">
          {form.classes.length > 0 && (
            <CheckboxGroupField
              label={words.classes}
              name="roll.classes"
              choices={choicesOf(form.classes)}
              value={batch.classes}
              onChange={(classes) => {
                onChange({ classes });
              }}
            />
          )}
          {form.years.length > 0 && (
            <CheckboxGroupField
              label={words.years}
              name="roll.years"
              choices={choicesOf(form.years)}
              value={batch.years}
              onChange={(years) => {
                onChange({ years });
              }}
            />
          )}
        </div>
      )}
    </>
  );
}
