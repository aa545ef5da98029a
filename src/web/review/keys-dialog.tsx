import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useSingleKeys } from './single-keys.ts';

/** Every key of the page, and the switch that turns them off. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { reviewKeys: words } = useStrings();
  const { isOn, turn } = useSingleKeys();
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p>{words.intro}</p>
      <KeyList />
      <div>
        <Button
          onPress={() => {
            turn(!isOn);
          }}
        >
          {isOn ? words.turnOff : words.turnOn}
        </Button>
      </div>
    </Dialog>
  );
}

function KeyList() {
  const { reviewKeys: words } = useStrings();
  const rows: readonly (readonly [string, string])[] = [
    ['J →', words.next],
    ['K ←', words.previous],
    ['A', words.approve],
    ['R', words.reject],
    ['L', words.lineUp],
    ['C', words.cover],
    ['1–9 E', words.coverFaces],
    ['X', words.crop],
    ['D', words.drawFace],
    ['N', words.notThisPupil],
    ['U', words.undo],
    ['O', words.which],
    ['+ − 0', words.zoom],
    ['← ↑ ↓ →', words.pan],
    ['?', words.help],
  ];
  return (
    <dl className="key-list">
      {rows.map(([key, meaning]) => (
        <div key={key}>
          <dt>
            <kbd className="key">{key}</kbd>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
