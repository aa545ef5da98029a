import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { choicesOf } from '../ui/choices-of.ts';
import { RadioField } from '../ui/radio-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { PolicyHandling } from './policy-page.tsx';

type Question = PolicyHandling['uploadQuestions'][number];

/** What uploaders are asked for each batch. */
export function PolicyQuestions(props: {
  readonly handling: PolicyHandling;
  readonly onChange: (handling: PolicyHandling) => void;
}) {
  const { policy: words } = useStrings();
  const { handling } = props;
  const questions = handling.uploadQuestions;
  const set = (uploadQuestions: Question[]): void => {
    props.onChange({ ...handling, uploadQuestions });
  };
  return (
    <fieldset className="card">
      <legend className="visually-hidden">{words.sections.questions}</legend>
      <h2 aria-hidden="true">{words.sections.questions}</h2>
      <p className="muted">{words.questionsHelp}</p>
      {questions.map((question, at) => (
        <QuestionFields
          key={question.id}
          question={question}
          name={`handling.uploadQuestions.${at}.question`}
          onChange={(changed) => {
            set(questions.map((one, index) => (index === at ? changed : one)));
          }}
          onRemove={() => {
            set(questions.filter((_, index) => index !== at));
          }}
        />
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

function QuestionFields(props: {
  readonly question: Question;
  readonly name: string;
  readonly onChange: (question: Question) => void;
  readonly onRemove: () => void;
}) {
  const { policy: words, common } = useStrings();
  const { question } = props;
  return (
    <div className="administration-question">
      <TextField
        label={words.question}
        name={props.name}
        isRequired
        lines="many"
        value={question.question}
        onChange={(text) => {
          props.onChange({ ...question, question: text });
        }}
      />
      <RadioField
        label={words.expected}
        value={question.expected}
        choices={choicesOf({ yes: common.yes, no: common.no })}
        onChange={(expected) => {
          props.onChange({ ...question, expected });
        }}
      />
      <Button isSmall aria-label={`${common.remove}: ${question.question}`} onPress={props.onRemove}>
        {common.remove}
      </Button>
    </div>
  );
}

function unusedId(questions: readonly Question[]): string {
  let number = questions.length + 1;
  while (questions.some(({ id }) => id === `question-${number}`)) number += 1;
  return `question-${number}`;
}
