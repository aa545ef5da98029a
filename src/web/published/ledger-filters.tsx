import { channelEndpoints } from '../../contract/channels.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';
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
  const { filter, onChange } = props;
  const { data } = useEndpoint(channelEndpoints.list, {});
  return (
    <search className="card published-filters" aria-label={words.filters}>
      <SelectField
        label={words.channel}
        choices={[
          { value: '', label: words.anyChannel },
          ...(data?.channels ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={filter.channelId ?? ''}
        onChange={(value) => {
          onChange('channelId', value);
        }}
      />
      <PupilFilter
        pupilId={filter.pupilId ?? null}
        onChange={(value) => {
          onChange('pupilId', value);
        }}
      />
      <TextField
        label={words.from}
        isOptionalUnsaid
        type="date"
        value={filter.from ?? ''}
        onChange={(value) => {
          onChange('from', value);
        }}
      />
      <TextField
        label={words.to}
        isOptionalUnsaid
        type="date"
        value={filter.to ?? ''}
        onChange={(value) => {
          onChange('to', value);
        }}
      />
      <SelectField
        label={words.standing}
        choices={[
          { value: '', label: words.standings.all },
          { value: 'yes', label: words.standings.yes },
          { value: 'no', label: words.standings.no },
        ]}
        value={filter.standing ?? ''}
        onChange={(value) => {
          onChange('standing', value);
        }}
      />
    </search>
  );
}
