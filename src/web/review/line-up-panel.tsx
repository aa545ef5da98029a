import { useState } from 'react';
import { answerEndpoints } from '../../contract/moderation-answers.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { toasts } from '../ui/toasts.ts';
import { LineUpGrid } from './line-up-grid.tsx';
import { LineUpOne } from './line-up-one.tsx';
import type { LineUpAnswer, LineUpPupil } from './review-types.ts';
import { useWorkKeys } from './use-work-keys.ts';

type Answers = ReadonlyMap<string, LineUpAnswer>;

const letters: Readonly<Record<string, LineUpAnswer>> = {
  '1': 'here',
  h: 'here',
  '2': 'not-here',
  n: 'not-here',
  '3': 'cannot-tell',
  c: 'cannot-tell',
};

/** The first pupil after a place without an answer, going round; the place itself when all are answered. */
function nextOpen(pupils: readonly LineUpPupil[], answers: Answers, index: number): number {
  const order = pupils.map((_pupil, step) => (index + 1 + step) % pupils.length);
  return order.find((place) => !answers.has(pupils[place]!.pupilId)) ?? Math.min(index + 1, pupils.length - 1);
}

/** Answer for one pupil after the other, or all at once; what was answered before is shown and can be changed. */
export function LineUpPanel(props: {
  readonly photoId: string;
  readonly version: number;
  readonly pupils: readonly LineUpPupil[];
  readonly onDone: () => void;
}) {
  const { reviewLineUp: words } = useStrings();
  const { pupils, photoId, onDone } = props;
  const [answers, setAnswers] = useState<Answers>(
    () => new Map(pupils.flatMap(({ pupilId, answer }) => (answer === null ? [] : [[pupilId, answer] as const]))),
  );
  const [index, setIndex] = useState(() =>
    Math.max(
      0,
      pupils.findIndex(({ answer }) => answer === null),
    ),
  );
  const [isGrid, setGrid] = useState(false);
  const send = useAction(answerEndpoints.answerLineUp, { changes: ['moderation.'] });
  const changed = pupils.filter(({ pupilId, answer }) => answers.has(pupilId) && answers.get(pupilId) !== answer);
  const submit = (): void => {
    if (changed.length === 0 || send.isPending) return;
    const given = changed.map(({ pupilId }) => ({ pupilId, answer: answers.get(pupilId)! }));
    send.mutate(
      { params: { photoId }, body: { version: props.version, answers: given } },
      {
        // Only when the photo has been read again: the next key is about how it stands then.
        onSuccess: ({ lineUpLeft }) => {
          toasts.show(words.done(lineUpLeft));
          onDone();
        },
      },
    );
  };
  const say = (pupilId: string, answer: LineUpAnswer): void => {
    const next = new Map(answers).set(pupilId, answer);
    setAnswers(next);
    setIndex(
      nextOpen(
        pupils,
        next,
        pupils.findIndex((one) => one.pupilId === pupilId),
      ),
    );
  };
  const go = (step: number) => (): void => {
    setIndex(Math.min(Math.max(index + step, 0), pupils.length - 1));
  };
  const turnLayout = (): void => {
    setGrid(!isGrid);
  };
  useWorkKeys({
    ...Object.fromEntries(
      Object.entries(letters).map(([letter, answer]) => [
        letter,
        () => {
          say(pupils[index]!.pupilId, answer);
        },
      ]),
    ),
    ...{ arrowleft: go(-1), backspace: go(-1), arrowright: go(1), g: turnLayout, enter: submit, escape: onDone },
  });
  const count = (answer: LineUpAnswer): number => [...answers.values()].filter((one) => one === answer).length;
  const isAll = pupils.every(({ pupilId }) => answers.has(pupilId));
  return (
    <section className="stack line-up" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="muted">
        {words.help} <strong>{words.doubt}</strong>
      </p>
      <ProgressBar
        label={words.title}
        value={answers.size}
        max={pupils.length}
        valueLabel={words.progress(answers.size, pupils.length)}
      />
      {isGrid ? (
        <LineUpGrid photoId={photoId} pupils={pupils} answers={answers} index={index} onSay={say} onAll={setAnswers} />
      ) : (
        <LineUpOne
          photoId={photoId}
          pupil={pupils[index]!}
          answer={answers.get(pupils[index]!.pupilId) ?? null}
          place={{ index, count: pupils.length }}
          onSay={say}
          onGo={go}
        />
      )}
      <p role="status">
        {words.counts(count('here'), count('not-here'), count('cannot-tell'))}
        {isAll && ` · ${words.allAnswered}`}
      </p>
      <ErrorNotice error={send.error} />
      <div className="row">
        <Button kind="primary" isDisabled={changed.length === 0} isPending={send.isPending} onPress={submit}>
          {words.submit(changed.length)} <kbd className="key">Enter</kbd>
        </Button>
        <Button onPress={turnLayout}>
          {isGrid ? words.oneByOne : words.grid} <kbd className="key">G</kbd>
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {words.leave} <kbd className="key">Esc</kbd>
        </Button>
      </div>
      <p className="muted">{words.keys}</p>
    </section>
  );
}
