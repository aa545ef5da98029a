import type { AnswerOf } from '../../contract/endpoint.ts';
import type { uploadEndpoints } from '../../contract/uploads.ts';
import { useOwnWords } from '../strings/use-own-words.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Notice } from '../ui/notice.tsx';
import { RadioField } from '../ui/radio-field.tsx';
import type { NewBatch } from './new-batch.ts';

type Question = AnswerOf<typeof uploadEndpoints.readForm>['questions'][number];

/** The school's own questions, and what an answer it did not expect means. */
export function ChecklistFields(props: {
  readonly questions: readonly Question[];
  readonly batch: NewBatch;
  readonly onChange: (by: Partial<NewBatch>) => void;
}) {
  const { upload: words, common } = useStrings();
  const inOwnWords = useOwnWords();
  const { answers } = props.batch;
  return props.questions.map(({ id, question, expected }) => {
    const answer = answers[id] ?? null;
    return (
      <div key={id} className="stack">
        <RadioField
          label={inOwnWords(question)}
          name={`checklist.${id}`}
          isRequired
          choices={[
            { value: 'yes', label: common.yes },
            { value: 'no', label: common.no },
            { value: 'not-sure', label: words.notSure },
          ]}
          value={answer}
          onChange={(chosen) => {
            props.onChange({ answers: { ...answers, [id]: chosen } });
          }}
        />
        {answer !== null && answer !== expected && (
          <Notice tone="warning" isLive>
            {words.unexpected}
          </Notice>
        )}
      </div>
    );
  });
}
