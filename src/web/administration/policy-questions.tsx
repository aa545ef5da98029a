import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { RadioField } from '../ui/radio-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { PolicyHandling } from './policy-page.tsx';

type Question = PolicyHandling['uploadQuestions'][number];

/** What uploaders are asked for each batch. */
export function PolicyQuestions(props: {
  readonly handling: PolicyHandling;
  readonly onChange: (handling: PolicyHandling) => void;
}) {
  const { policy: words, common } = useStrings();
  const { handling } = props;
  const questions = handling.uploadQuestions;
  const set = (uploadQuestions: Question[]): void => {
    props.onChange({ ...handling, uploadQuestions });
  };
  const change = (at: number, part: Partial<Question>): void => {
    set(questions.map((question, index) => (index === at ? { ...question, ...part } : question)));
  };
  return (
    <fieldset className="card">
      <legend className="visually-hidden">{words.sections.questions}</legend>
      <h2 aria-hidden="true">{words.sections.questions}</h2>
      <p className="muted">{words.questionsHelp}</p>
      {questions.map((question, at) => (
        <div key={question.id} className="administration-question">
          <TextField
            label={words.question}
            name={`handling.uploadQuestions.${at}.question`}
            isRequired
            lines="many"
            value={question.question}
            onChange={(text) => {
              change(at, { question: text });
            }}
          />
          <RadioField
            label={words.expected}
            value={question.expected}
            choices={(['yes', 'no'] as const).map((value) => ({ value, label: common[value] }))}
            onChange={(expected) => {
              change(at, { expected });
            }}
          />
          <Button
            isSmall
            aria-label={`${common.remove}: ${question.question}`}
            onPress={() => {
              set(questions.filter((_, index) => index !== at));
            }}
          >
            {common.remove}
          </Button>
        </div>
      ))}
      <div>
        <Button
          onPress={() => {
            set([...questions, { id: unusedId(questions), question: '', expected: 'yes' }]);
          }}
        >
          {words.addQuestion}
        </Button>
      </div>
    </fieldset>
  );
}

function unusedId(questions: readonly Question[]): string {
  let number = questions.length + 1;
  while (questions.some(({ id }) => id === `question-${number}`)) number += 1;
  return `question-${number}`;
}
