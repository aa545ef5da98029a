import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { AnswerButtons } from './answer-buttons.tsx';
import { Portrait } from './portrait.tsx';
import type { LineUpAnswer, LineUpPupil } from './review-types.ts';

/** One pupil, large, with the three answers. */
export function LineUpOne(props: {
  readonly photoId: string;
  readonly pupil: LineUpPupil;
  readonly answer: LineUpAnswer | null;
  readonly place: { readonly index: number; readonly count: number };
  readonly onSay: (pupilId: string, answer: LineUpAnswer) => void;
  readonly onGo: (step: number) => () => void;
}) {
  const { reviewLineUp: words, reviewPhoto: photoWords } = useStrings();
  const { pupil, place } = props;
  return (
    <div className="line-up-one">
      <Portrait photoId={props.photoId} pupil={pupil} />
      <div className="stack">
        <div aria-live="polite">
          <p className="muted">{photoWords.place(place.index + 1, place.count)}</p>
          <h3>{words.question(pupil.name)}</h3>
          <p>{pupil.className ?? words.noClass}</p>
        </div>
        <AnswerButtons pupil={pupil} answer={props.answer} hasKeys onSay={props.onSay} />
        <div className="row">
          <Button isSmall isDisabled={place.index === 0} onPress={props.onGo(-1)}>
            ← {words.back}
          </Button>
          <Button isSmall isDisabled={place.index + 1 === place.count} onPress={props.onGo(1)}>
            {words.forward} →
          </Button>
        </div>
      </div>
    </div>
  );
}
