import { useMemo } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { pupilEndpoints } from '../../contract/register.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useFocusKept } from '../ui/use-focus-kept.ts';
import { fullName } from './full-name.ts';
import type { Pupil } from './pupil-page.tsx';
import { useAllPupils, type PupilSummary } from './use-all-pupils.ts';

/** Brothers and sisters at the school: they look alike, which matching must know. */
export function SiblingsCard({ pupil }: { readonly pupil: Pupil }) {
  const { pupil: pupilWords, details: words } = useStrings();
  const add = useAction(pupilEndpoints.addSibling, { changes: ['pupils.'] });
  const remove = useAction(pupilEndpoints.removeSibling, { changes: ['pupils.'] });
  const ids = pupil.siblings.map(({ id }) => id);
  const title = useFocusKept<HTMLHeadingElement>(ids.join());
  const paramsOf = (siblingId: string) => ({ params: { pupilId: pupil.id, siblingId } });
  return (
    <Card id="siblings" title={pupilWords.siblings} help={words.siblingsHelp} heading={title}>
      <ul className="register-people">
        {pupil.siblings.map((sibling) => (
          <SiblingItem
            key={sibling.id}
            name={fullName(sibling)}
            onRemove={() => {
              add.reset();
              remove.mutate(paramsOf(sibling.id));
            }}
          />
        ))}
      </ul>
      <PupilPicker
        label={words.addSibling}
        except={[pupil.id, ...ids]}
        onChoose={(id) => {
          remove.reset();
          add.mutate(paramsOf(id));
        }}
      />
      <ErrorNotice error={add.error ?? remove.error} />
    </Card>
  );
}

function SiblingItem({ name, onRemove }: { readonly name: string; readonly onRemove: () => void }) {
  const { common } = useStrings();
  return (
    <li>
      <span>{name}</span>
      <Button isSmall aria-label={`${common.remove}: ${name}`} onPress={onRemove}>
        {common.remove}
      </Button>
    </li>
  );
}

/** Find a pupil by typing part of the name. */
function PupilPicker(props: {
  readonly label: string;
  readonly except: readonly string[];
  readonly onChoose: (pupilId: string) => void;
}) {
  const { pupils } = useAllPupils();
  const except = props.except.join();
  const choices = useMemo(() => {
    const taken = new Set(except.split(','));
    // Twins may share more than their class: the number tells two of one name apart.
    const labelOf = (pupil: PupilSummary): string =>
      [fullName(pupil), pupil.className].filter((part) => part !== null).join(', ') + ` (${pupil.schoolNumber})`;
    return pupils.filter(({ id }) => !taken.has(id)).map((pupil) => ({ id: pupil.id, label: labelOf(pupil) }));
  }, [pupils, except]);
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
