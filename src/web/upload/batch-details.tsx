import { useFormats } from '../strings/use-formats.ts';
import { useOwnWords } from '../strings/use-own-words.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Card } from '../ui/card.tsx';
import { DialogButton } from '../ui/dialog-button.tsx';
import { BatchWords } from './batch-words.tsx';
import type { Batch } from './batch-page.tsx';

/** What was said when the batch was opened. */
export function BatchDetails({ batch }: { readonly batch: Batch }) {
  const { batch: words, upload, common } = useStrings();
  const { list } = useFormats();
  const inOwnWords = useOwnWords();
  const { roll, title, caption, altText, checklist } = batch;
  const named = roll.pupils.length === 0 ? [] : [words.namedPupils(roll.pupils.length)];
  const answers = { yes: common.yes, no: common.no, 'not-sure': upload.notSure };
  return (
    <Card id="batch-details" title={words.details}>
      <dl className="facts">
        <dt>{words.who}</dt>
        <dd>{roll.wholeSchool ? words.wholeSchool : list([...roll.classes, ...roll.years, ...named])}</dd>
        <dt>{upload.batchTitle}</dt>
        <dd className="upload-text">{title}</dd>
        <dt>{upload.caption}</dt>
        <dd className="upload-text">{caption === '' ? common.none : caption}</dd>
        <dt>{upload.altText}</dt>
        <dd className="upload-text">{altText === '' ? common.none : altText}</dd>
        {checklist.map(({ id, question, answer }) => (
          <div key={id} className="facts-pair">
            <dt>{inOwnWords(question)}</dt>
            <dd>{answers[answer]}</dd>
          </div>
        ))}
      </dl>
      <div>
        <DialogButton dialog={(close) => <BatchWords batch={batch} onClose={close} />}>
          {words.changeWords}
        </DialogButton>
      </div>
    </Card>
  );
}
