import { useStrings } from '../strings/use-strings.ts';
import { Button, type ButtonProps } from '../ui/button.tsx';
import type { PhotoDetail } from './review-types.ts';
import { useSingleKeys } from './single-keys.ts';
import type { ReviewActions } from './use-review-keys.ts';

/** Everything that can be done with the photo, each with its key. */
export function ActionBar({ photo, actions }: { readonly photo: PhotoDetail; readonly actions: ReviewActions }) {
  const { reviewPhoto: words } = useStrings();
  return (
    <div className="action-bar" role="group" aria-label={words.actions}>
      <Action label={words.approve} letter="A" act={actions.approve} kind="primary" />
      <Action label={words.reject} letter="R" act={actions.reject} kind="danger" />
      <Action
        label={photo.lineUpLeft > 0 ? words.lineUpLeft(photo.lineUpLeft) : words.lineUp}
        letter="L"
        act={actions.lineUp}
      />
      <Action label={words.change} letter="C" act={actions.cover} />
      <Action label={words.crop} letter="X" act={actions.crop} />
      <Action label={words.drawFace} letter="D" act={actions.draw} />
      <Action label={words.notThisPupil} letter="N" act={actions.notThisPupil} />
      {actions.askOverride !== null && <Action label={words.askOverride} act={actions.askOverride} />}
      <Action label={words.undo} letter="U" act={actions.undo} />
      <Action label={words.delete} act={actions.delete} kind="danger" />
      <Action label={words.help} letter="?" act={actions.help} kind="quiet" />
    </div>
  );
}

/** One of them, at rest where it cannot be done. */
function Action(props: {
  readonly label: string;
  readonly letter?: string;
  readonly act: (() => void) | null;
  readonly kind?: NonNullable<ButtonProps['kind']>;
}) {
  const { isOn } = useSingleKeys();
  const { label, letter, act, kind = 'plain' } = props;
  return (
    <Button
      kind={kind}
      isSmall
      isDisabled={act === null}
      onPress={() => {
        act?.();
      }}
    >
      {label}
      {letter !== undefined && isOn && (
        <kbd className="key" aria-hidden="true">
          {letter}
        </kbd>
      )}
    </Button>
  );
}
