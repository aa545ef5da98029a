import { channelEndpoints } from '../../contract/channels.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';
import { choicesOfNamed } from '../ui/choices-of-named.ts';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { PupilFilter } from './pupil-filter.tsx';
import type { LedgerFilter } from './use-ledger-filter.ts';

/** By channel, pupil, day and state. */
export function LedgerFilters(props: {
  readonly filter: LedgerFilter;
  readonly onChange: (name: keyof LedgerFilter, value: string | null) => void;
}) {
  const { published: words } = useStrings();
  const { data } = useEndpoint(channelEndpoints.list, {});
  const field = (name: Exclude<keyof LedgerFilter, 'pupilId'>) => ({
    label: words[name === 'channelId' ? 'channel' : name],
    value: props.filter[name] ?? '',
    onChange: (value: string) => {
      props.onChange(name, value);
    },
  });
  return (
    <search className="card published-filters" aria-label={words.filters}>
      <SelectField
        {...field('channelId')}
        choices={[{ value: '', label: words.anyChannel }, ...choicesOfNamed(data?.channels ?? [])]}
      />
      <PupilFilter
        pupilId={props.filter.pupilId ?? null}
        onChange={(value) => {
          props.onChange('pupilId', value);
        }}
      />
      <TextField {...field('from')} isOptionalUnsaid type="date" />
      <TextField {...field('to')} isOptionalUnsaid type="date" />
      <SelectField
        {...field('standing')}
        choices={[
          { value: '', label: words.standings.all },
          { value: 'yes', label: words.standings.yes },
          { value: 'no', label: words.standings.no },
        ]}
      />
    </search>
  );
}
