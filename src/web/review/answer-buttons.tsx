import { useStrings } from '../strings/use-strings.ts';
import { ChoiceButtons } from '../ui/choice-buttons.tsx';
import type { LineUpAnswer, LineUpPupil } from './review-types.ts';

const answers = ['here', 'not-here', 'cannot-tell'] as const;

/** Here, not here, cannot tell, about one pupil. */
export function AnswerButtons(props: {
  readonly pupil: LineUpPupil;
  readonly answer: LineUpAnswer | null;
  readonly hasKeys?: boolean;
  readonly onSay: (pupilId: string, answer: LineUpAnswer) => void;
}) {
  const { reviewLineUp: words } = useStrings();
  const { pupil } = props;
  return (
    <div className="answers" role="group" aria-label={words.question(pupil.name)}>
      <ChoiceButtons
        values={answers}
        chosen={props.answer}
        onChoose={(answer) => {
          props.onSay(pupil.pupilId, answer);
        }}
      >
        {(answer, index) => (
          <>
            {props.hasKeys === true && <kbd className="key">{index + 1}</kbd>} {words[answer]}
          </>
        )}
      </ChoiceButtons>
    </div>
  );
}
