import { useMemo } from 'react';
import { useStrings } from '../strings/use-strings.ts';
import { choicesOf } from '../ui/choices-of.ts';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { PupilFilter, Show } from './filter-pupils.ts';
import type { PupilSummary } from './use-all-pupils.ts';

const shows: readonly Show[] = ['on-roll', 'barred', 'free', 'no-record', 'not-asked', 'granted', 'left'];

/** Search, class, and which pupils. */
export function PupilFilters(props: {
  readonly pupils: readonly PupilSummary[];
  readonly filter: PupilFilter;
  readonly onChange: (filter: PupilFilter) => void;
}) {
  const { register: words } = useStrings();
  const { pupils, filter, onChange } = props;
  const classes = useMemo(
    () =>
      [...new Set(pupils.flatMap(({ className }) => (className === null ? [] : [className])))].sort(byNumberThenLetter),
    [pupils],
  );
  return (
    <div role="search" className="register-filters no-print">
      <TextField
        label={words.search}
        isOptionalUnsaid
        type="search"
        value={filter.search}
        onChange={(search) => {
          onChange({ ...filter, search });
        }}
      />
      <SelectField
        label={words.className}
        value={filter.className}
        choices={[{ value: '', label: words.anyClass }, ...classes.map((value) => ({ value, label: value }))]}
        onChange={(className) => {
          onChange({ ...filter, className });
        }}
      />
      <SelectField
        label={words.showing}
        value={filter.show}
        choices={choicesOf(words.show, shows)}
        onChange={(show) => {
          onChange({ ...filter, show });
        }}
      />
    </div>
  );
}

const collator = new Intl.Collator('en-GB', { numeric: true });

function byNumberThenLetter(a: string, b: string): number {
  return collator.compare(a, b);
}
