import { useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { pupilEndpoints } from '../../contract/register.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useStrings } from '../strings/use-strings.ts';

const shown = 20;

interface NamedPupil {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly className: string | null;
}

const nameOf = ({ firstName, lastName, className }: NamedPupil): string =>
  `${firstName} ${lastName}${className === null ? '' : ` (${className})`}`;

/** A pupil found by part of the name, those who left too: their photos may still be out. */
export function PupilFilter(props: {
  readonly pupilId: string | null;
  readonly onChange: (pupilId: string | null) => void;
}) {
  const { published: words } = useStrings();
  // What stands in the field since it was touched; untouched, it holds the chosen pupil's name. A choice puts its name
  // here at once: a name that came later would count as typed, and open the list over the page again.
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? '';
  const chosen = useEndpoint(
    pupilEndpoints.read,
    { params: { pupilId: props.pupilId ?? '' } },
    { enabled: props.pupilId !== null },
  );
  const found = useEndpoint(
    pupilEndpoints.list,
    { query: { search: text, roll: 'all', limit: shown } },
    { enabled: text.trim() !== '', keepPrevious: true },
  );
  const pupils = found.data?.items ?? [];
  const choose = (key: unknown): void => {
    const pupil = pupils.find(({ id }) => id === key);
    if (pupil !== undefined) {
      setTyped(nameOf(pupil));
      props.onChange(pupil.id);
    } else if (props.pupilId === null) {
      setTyped(null);
    }
  };
  return (
    <ComboBox
      className="field"
      inputValue={typed ?? (chosen.data === undefined ? '' : nameOf(chosen.data))}
      onInputChange={(value) => {
        setTyped(value);
        if (props.pupilId !== null) props.onChange(null);
      }}
      items={pupils.map((pupil) => ({ id: pupil.id, name: nameOf(pupil) }))}
      value={props.pupilId}
      onChange={choose}
      allowsEmptyCollection
      menuTrigger="input"
    >
      <Label>{words.pupil}</Label>
      <Input placeholder={words.pupilHelp} />
      <FoundPupils whenEmpty={text.trim() === '' ? words.pupilHelp : words.anyPupil} />
    </ComboBox>
  );
}

/** The pupils to choose from, as the field around it found them. */
function FoundPupils({ whenEmpty }: { readonly whenEmpty: string }) {
  return (
    <Popover>
      <ListBox renderEmptyState={() => <p className="published-none">{whenEmpty}</p>}>
        {(item: { readonly id: string; readonly name: string }) => <ListBoxItem id={item.id}>{item.name}</ListBoxItem>}
      </ListBox>
    </Popover>
  );
}
