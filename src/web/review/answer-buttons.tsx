import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
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
      {answers.map((answer, index) => (
        <Button
          key={answer}
          isSmall
          kind={props.answer === answer ? 'primary' : 'plain'}
          aria-pressed={props.answer === answer}
          onPress={() => {
            props.onSay(pupil.pupilId, answer);
          }}
        >
          {props.hasKeys === true && <kbd className="key">{index + 1}</kbd>} {words[answer]}
        </Button>
      ))}
    </div>
  );
}
