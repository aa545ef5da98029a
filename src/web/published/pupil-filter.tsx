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
  const chosenName = useNameOf(props.pupilId);
  const pupils = useFound(text);
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
      inputValue={typed ?? chosenName}
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

/** The name of a pupil; empty until it is read, and where there is none. */
function useNameOf(pupilId: string | null): string {
  const { data } = useEndpoint(
    pupilEndpoints.read,
    { params: { pupilId: pupilId ?? '' } },
    { enabled: pupilId !== null },
  );
  return data === undefined ? '' : nameOf(data);
}

/** The pupils with this text in their name, those found before while it is read. */
function useFound(text: string): readonly NamedPupil[] {
  const { data } = useEndpoint(
    pupilEndpoints.list,
    { query: { search: text, roll: 'all', limit: shown } },
    { enabled: text.trim() !== '', keepPrevious: true },
  );
  return data?.items ?? [];
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
