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
      <ClassField
        pupils={pupils}
        value={filter.className}
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

/** One of the classes that these pupils are in, or any. */
function ClassField(props: {
  readonly pupils: readonly PupilSummary[];
  readonly value: string;
  readonly onChange: (className: string) => void;
}) {
  const { register: words } = useStrings();
  const { pupils, value, onChange } = props;
  const choices = useMemo(
    () => [{ value: '', label: words.anyClass }, ...classesOf(pupils).map((name) => ({ value: name, label: name }))],
    [pupils, words.anyClass],
  );
  return <SelectField label={words.className} value={value} choices={choices} onChange={onChange} />;
}

function classesOf(pupils: readonly PupilSummary[]): string[] {
  const names = pupils.flatMap(({ className }) => className ?? []);
  return [...new Set(names)].sort(byNumberThenLetter);
}

const collator = new Intl.Collator('en-GB', { numeric: true });

function byNumberThenLetter(a: string, b: string): number {
  return collator.compare(a, b);
}
