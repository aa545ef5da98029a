import { useStrings } from '../strings/use-strings.ts';
import { Button, type ButtonProps } from '../ui/button.tsx';
import type { PhotoDetail } from './review-types.ts';
import { useSingleKeys } from './single-keys.ts';
import type { ReviewActions } from './use-review-keys.ts';

/** Everything that can be done with the photo, each with its key. */
export function ActionBar({ photo, actions }: { readonly photo: PhotoDetail; readonly actions: ReviewActions }) {
  const { reviewPhoto: words } = useStrings();
  const { isOn } = useSingleKeys();
  const button = (
    label: string,
    letter: string | null,
    act: (() => void) | null,
    kind: ButtonProps['kind'] = 'plain',
  ) => (
    <Button
      kind={kind}
      isSmall
      isDisabled={act === null}
      onPress={() => {
        act?.();
      }}
    >
      {label}
      {letter !== null && isOn && (
        <kbd className="key" aria-hidden="true">
          {letter}
        </kbd>
      )}
    </Button>
  );
  return (
    <div className="action-bar" role="group" aria-label={words.actions}>
      {button(words.approve, 'A', actions.approve, 'primary')}
      {button(words.reject, 'R', actions.reject, 'danger')}
      {button(photo.lineUpLeft > 0 ? words.lineUpLeft(photo.lineUpLeft) : words.lineUp, 'L', actions.lineUp)}
      {button(words.change, 'C', actions.cover)}
      {button(words.crop, 'X', actions.crop)}
      {button(words.drawFace, 'D', actions.draw)}
      {button(words.notThisPupil, 'N', actions.notThisPupil)}
      {actions.askOverride !== null && button(words.askOverride, null, actions.askOverride)}
      {button(words.undo, 'U', actions.undo)}
      {button(words.delete, null, actions.delete, 'danger')}
      {button(words.help, '?', actions.help, 'quiet')}
    </div>
  );
}
