import { useMemo } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { pupilEndpoints } from '../../contract/register.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { fullName } from './full-name.ts';
import type { Pupil } from './pupil-page.tsx';
import { useAllPupils } from './use-all-pupils.ts';

/** Brothers and sisters at the school: they look alike, which matching must know. */
export function SiblingsCard({ pupil }: { readonly pupil: Pupil }) {
  const { pupil: pupilWords, details: words, common } = useStrings();
  const set = useAction(pupilEndpoints.setSiblings, { changes: ['pupils.'] });
  const ids = pupil.siblings.map(({ id }) => id);
  const save = (siblingIds: readonly string[]): void => {
    set.mutate({ params: { pupilId: pupil.id }, body: { siblingIds: [...siblingIds] } });
  };
  return (
    <section className="card" aria-labelledby="siblings">
      <h2 id="siblings">{pupilWords.siblings}</h2>
      <p className="muted">{words.siblingsHelp}</p>
      <ul className="register-people">
        {pupil.siblings.map((sibling) => (
          <li key={sibling.id}>
            <span>{fullName(sibling)}</span>
            <Button
              isSmall
              aria-label={`${common.remove}: ${fullName(sibling)}`}
              onPress={() => {
                save(ids.filter((id) => id !== sibling.id));
              }}
            >
              {common.remove}
            </Button>
          </li>
        ))}
      </ul>
      <PupilPicker
        label={words.addSibling}
        except={[pupil.id, ...ids]}
        onChoose={(id) => {
          save([...ids, id]);
        }}
      />
      <ErrorNotice error={set.error} />
    </section>
  );
}

/** Find a pupil by typing part of the name. */
function PupilPicker(props: {
  readonly label: string;
  readonly except: readonly string[];
  readonly onChoose: (pupilId: string) => void;
}) {
  const { pupils } = useAllPupils();
  const choices = useMemo(
    () =>
      pupils
        .filter(({ id }) => !props.except.includes(id))
        .map((pupil) => ({ id: pupil.id, label: `${fullName(pupil)}, ${pupil.className ?? ''}` })),
    [pupils, props.except],
  );
  return (
    <ComboBox
      className="field"
      defaultItems={choices}
      value={null}
      onChange={(key) => {
        if (typeof key === 'string') props.onChoose(key);
      }}
    >
      <Label>{props.label}</Label>
      <Input />
      <Popover>
        <ListBox<{ id: string; label: string }>>
          {({ id, label }) => <ListBoxItem id={id}>{label}</ListBoxItem>}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
