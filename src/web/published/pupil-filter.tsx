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
  const [text, setText] = useState('');
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
  const chosenName = props.pupilId === null || chosen.data === undefined ? undefined : nameOf(chosen.data);
  return (
    <ComboBox
      className="field"
      inputValue={text === '' && chosenName !== undefined ? chosenName : text}
      onInputChange={(typed) => {
        setText(typed);
        if (props.pupilId !== null && typed !== chosenName) props.onChange(null);
      }}
      items={(found.data?.items ?? []).map((pupil) => ({ id: pupil.id, name: nameOf(pupil) }))}
      value={props.pupilId}
      onChange={(key) => {
        if (typeof key !== 'string') return;
        setText('');
        props.onChange(key);
      }}
      allowsEmptyCollection
      menuTrigger="input"
    >
      <Label>{words.pupil}</Label>
      <Input placeholder={words.pupilHelp} />
      <Popover>
        <ListBox
          renderEmptyState={() => (
            <p className="published-none">{text.trim() === '' ? words.pupilHelp : words.anyPupil}</p>
          )}
        >
          {(item: { readonly id: string; readonly name: string }) => (
            <ListBoxItem id={item.id}>{item.name}</ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
