import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { AnswerButtons } from './answer-buttons.tsx';
import { Portrait } from './portrait.tsx';
import type { LineUpAnswer, LineUpPupil } from './review-types.ts';

/**
 * Everybody at once. Those with a portrait can be said not to be here together, because all are in view; a pupil without
 * one is answered alone.
 */
export function LineUpGrid(props: {
  readonly photoId: string;
  readonly pupils: readonly LineUpPupil[];
  readonly answers: ReadonlyMap<string, LineUpAnswer>;
  readonly index: number;
  readonly onSay: (pupilId: string, answer: LineUpAnswer) => void;
  readonly onAll: (answers: ReadonlyMap<string, LineUpAnswer>) => void;
}) {
  const { reviewLineUp: words } = useStrings();
  const { answers } = props;
  const rest = props.pupils.filter(({ pupilId, portraitId }) => portraitId !== null && !answers.has(pupilId));
  return (
    <>
      <ul className="line-up-grid">
        {props.pupils.map((pupil, place) => (
          <li key={pupil.pupilId} className={place === props.index ? 'current' : ''}>
            <Portrait photoId={props.photoId} pupil={pupil} />
            <strong>{pupil.name}</strong>
            <span className="muted">{pupil.className ?? words.noClass}</span>
            <AnswerButtons pupil={pupil} answer={answers.get(pupil.pupilId) ?? null} onSay={props.onSay} />
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <div>
          <Button
            onPress={() => {
              props.onAll(new Map([...answers, ...rest.map(({ pupilId }) => [pupilId, 'not-here'] as const)]));
            }}
          >
            {words.restNotHere(rest.length)}
          </Button>
        </div>
      )}
    </>
  );
}
