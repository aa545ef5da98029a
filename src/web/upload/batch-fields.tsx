import type { channelEndpoints } from '../../contract/channels.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import type { uploadEndpoints } from '../../contract/uploads.ts';
import { useStrings } from '../strings/use-strings.ts';
import { CheckboxGroupField } from '../ui/checkbox-group-field.tsx';
import { RadioField } from '../ui/radio-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { DraftField, FieldOf } from '../ui/use-draft.ts';
import type { NewBatch } from './new-batch.ts';
import { WordsFields } from './words-fields.tsx';

interface FieldsProps {
  readonly batch: NewBatch;
  readonly field: FieldOf<NewBatch>;
  readonly form: AnswerOf<typeof uploadEndpoints.readForm>;
  readonly channels: AnswerOf<typeof channelEndpoints.list>['channels'];
}

/** What the photos are of, where they go, who was there, the words beside them. */
export function BatchFields({ batch, field, form, channels }: FieldsProps) {
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
      <TextField {...field('title')} label={words.batchTitle} help={words.batchTitleHelp} isRequired maxLength={200} />
      <TextField {...field('eventDate')} label={words.eventDate} type="date" isRequired />
      <CheckboxGroupField
        {...field('channels')}
        label={words.channels}
        help={words.channelsHelp}
        isRequired
        choices={choices}
      />
      <WhoFields who={batch.who} field={field} form={form} />
      <WordsFields caption={field('caption')} captionHelp={words.captionHelp} altText={field('altText')} />
    </>
  );
}

function WhoFields({ who, field, form }: Pick<FieldsProps, 'field' | 'form'> & Pick<NewBatch, 'who'>) {
  const { upload: words } = useStrings();
  const hasGroups = form.classes.length + form.years.length > 0;
  return (
    <>
      <RadioField
        {...field('who')}
        label={words.who}
        help={words.whoHelp}
        name="roll.wholeSchool"
        isRequired
        choices={[
          { value: 'whole-school', label: words.wholeSchool },
          ...(hasGroups ? [{ value: 'groups' as const, label: words.someGroups }] : []),
        ]}
      />
      {who === 'groups' && (
        <div className="upload-groups">
          <GroupField {...field('classes')} label={words.classes} name="roll.classes" groups={form.classes} />
          <GroupField {...field('years')} label={words.years} name="roll.years" groups={form.years} />
        </div>
      )}
    </>
  );
}

/** Which of these groups were there; nothing where the school has none of the kind. */
function GroupField({
  groups,
  ...field
}: DraftField<readonly string[]> & { readonly label: string; readonly groups: readonly string[] }) {
  if (groups.length === 0) return null;
  return <CheckboxGroupField {...field} choices={groups.map((name) => ({ value: name, label: name }))} />;
}
