import { useState } from 'react';
import { answerEndpoints } from '../../contract/moderation-answers.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { toasts } from '../ui/toasts.ts';
import { LineUpGrid } from './line-up-grid.tsx';
import { LineUpOne } from './line-up-one.tsx';
import type { LineUpAnswer, LineUpPupil } from './review-types.ts';
import { useLineUp } from './use-line-up.ts';
import { useWorkAction } from './use-work-action.ts';
import { useWorkKeys } from './use-work-keys.ts';

interface PanelProps {
  readonly photoId: string;
  readonly version: number;
  readonly pupils: readonly LineUpPupil[];
  readonly onDone: () => void;
}

/** Answer for one pupil after the other, or all at once; what was answered before is shown and can be changed. */
export function LineUpPanel(props: PanelProps) {
  const { reviewLineUp: words } = useStrings();
  const { pupils, photoId, version, onDone } = props;
  const lineUp = useLineUp(pupils, { photoId, version });
  const { answers, changed } = lineUp;
  const [isGrid, setGrid] = useState(false);
  const { submit, isPending, error } = useAnswering(props, changed);
  const turnLayout = (): void => {
    setGrid(!isGrid);
  };
  const sayHere = (answer: LineUpAnswer): void => {
    lineUp.say(pupils[lineUp.index]!.pupilId, answer);
  };
  useLineUpKeys({ say: sayHere, go: lineUp.go, turnLayout, submit, leave: onDone });
  return (
    <section className="stack line-up" aria-label={words.title}>
      <Head done={answers.size} count={pupils.length} />
      <Pupils photoId={photoId} pupils={pupils} lineUp={lineUp} isGrid={isGrid} />
      <Counts answers={answers} isAll={pupils.every(({ pupilId }) => answers.has(pupilId))} />
      <ErrorNotice error={error} />
      <Buttons
        changed={changed.length}
        isGrid={isGrid}
        isPending={isPending}
        onSubmit={submit}
        onTurnLayout={turnLayout}
        onLeave={onDone}
      />
      <p className="muted">{words.keys}</p>
    </section>
  );
}

/** Sends the answers that were changed, if any were. */
function useAnswering({ photoId, version, onDone }: PanelProps, changed: ReturnType<typeof useLineUp>['changed']) {
  const { reviewLineUp: words } = useStrings();
  const { send, isPending, error } = useWorkAction(answerEndpoints.answerLineUp, ({ lineUpLeft }) => {
    toasts.show(words.done(lineUpLeft));
    onDone();
  });
  const submit = (): void => {
    if (changed.length > 0) send({ params: { photoId }, body: { version, answers: changed } });
  };
  return { submit, isPending, error };
}

/** Answers by digit or by first letter, about the pupil one is at. */
function useLineUpKeys(actions: {
  readonly say: (answer: LineUpAnswer) => void;
  readonly go: (step: number) => () => void;
  readonly turnLayout: () => void;
  readonly submit: () => void;
  readonly leave: () => void;
}): void {
  const say = (answer: LineUpAnswer) => (): void => {
    actions.say(answer);
  };
  useWorkKeys({
    ...{ '1': say('here'), '2': say('not-here'), '3': say('cannot-tell') },
    ...{ h: say('here'), n: say('not-here'), c: say('cannot-tell') },
    ...{ arrowleft: actions.go(-1), backspace: actions.go(-1), arrowright: actions.go(1) },
    ...{ g: actions.turnLayout, enter: actions.submit, escape: actions.leave },
  });
}

function Head({ done, count }: { readonly done: number; readonly count: number }) {
  const { reviewLineUp: words } = useStrings();
  return (
    <>
      <h2>{words.title}</h2>
      <p className="muted">
        {words.help} <strong>{words.doubt}</strong>
      </p>
      <ProgressBar label={words.title} value={done} max={count} valueLabel={words.progress(done, count)} />
    </>
  );
}

function Counts(props: { readonly answers: ReadonlyMap<string, LineUpAnswer>; readonly isAll: boolean }) {
  const { reviewLineUp: words } = useStrings();
  const count = (answer: LineUpAnswer): number => [...props.answers.values()].filter((one) => one === answer).length;
  return (
    <p role="status">
      {words.counts(count('here'), count('not-here'), count('cannot-tell'))}
      {props.isAll && ` · ${words.allAnswered}`}
    </p>
  );
}

function Buttons(props: {
  readonly changed: number;
  readonly isGrid: boolean;
  readonly isPending: boolean;
  readonly onSubmit: () => void;
  readonly onTurnLayout: () => void;
  readonly onLeave: () => void;
}) {
  const { reviewLineUp: words } = useStrings();
  return (
    <div className="row">
      <Button kind="primary" isDisabled={props.changed === 0} isPending={props.isPending} onPress={props.onSubmit}>
        {words.submit(props.changed)} <kbd className="key">Enter</kbd>
      </Button>
      <Button onPress={props.onTurnLayout}>
        {props.isGrid ? words.oneByOne : words.grid} <kbd className="key">G</kbd>
      </Button>
      <Button kind="quiet" onPress={props.onLeave}>
        {words.leave} <kbd className="key">Esc</kbd>
      </Button>
    </div>
  );
}

/** One large, or everybody at once. */
function Pupils(props: {
  readonly photoId: string;
  readonly pupils: readonly LineUpPupil[];
  readonly lineUp: ReturnType<typeof useLineUp>;
  readonly isGrid: boolean;
}) {
  const { photoId, pupils } = props;
  const { answers, setAnswers, index, say, go } = props.lineUp;
  if (props.isGrid) {
    return <LineUpGrid {...{ photoId, pupils, answers, index }} onSay={say} onAll={setAnswers} />;
  }
  const pupil = pupils[index]!;
  return (
    <LineUpOne
      photoId={photoId}
      pupil={pupil}
      answer={answers.get(pupil.pupilId) ?? null}
      place={{ index, count: pupils.length }}
      onSay={say}
      onGo={go}
    />
  );
}
