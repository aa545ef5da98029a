import { useState } from 'react';
import { useNavigate } from 'react-router';
import { importEndpoints } from '../../contract/register-imports.ts';
import type { AnswerOf, BodySent } from '../../contract/endpoint.ts';
import { ApiError } from '../api/api-error.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useHasRole } from '../api/use-has-role.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Card } from '../ui/card.tsx';
import { choicesOf } from '../ui/choices-of.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { FileButton } from '../ui/file-button.tsx';
import { Link } from '../ui/link.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { RadioField } from '../ui/radio-field.tsx';
import { Table } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';
import { inOneYear } from './in-one-year.ts';
import { todayIso } from '../strings/today-iso.ts';

type Import = AnswerOf<typeof importEndpoints.read>;
type Mapping = NonNullable<NonNullable<BodySent<typeof importEndpoints.checkPupils>>['mapping']>;

/** Bring the pupil list and portraits up to date, and what was brought in before. */
export function ImportsPage() {
  const { imports: words } = useStrings();
  const isOffice = useHasRole('office');
  const imports = useEndpoint(importEndpoints.list, { query: {} });
  return (
    <Page title={words.title} intro={words.intro}>
      {isOffice && (
        <>
          <PupilListCard />
          <AnswersCard />
          <PortraitsCard />
        </>
      )}
      <Card id="imports-list" title={words.list}>
        <Loaded from={imports}>
          {({ items }) =>
            items.length === 0 ? <p className="muted">{words.listEmpty}</p> : <ImportTable imports={items} />
          }
        </Loaded>
      </Card>
    </Page>
  );
}

function PupilListCard() {
  const { imports: words } = useStrings();
  const navigate = useNavigate();
  const [missing, setMissing] = useState<'left' | 'keep'>('left');
  const [mapping, setMapping] = useState<Mapping>({});
  const check = useAction(importEndpoints.checkPupils, {
    changes: ['imports.list'],
    onDone: ({ id }) => void navigate(`/imports/${id}`),
  });
  const isMapping =
    check.error instanceof ApiError && check.error.fields.some(({ path }) => path.startsWith('mapping'));
  return (
    <Card id="imports-pupils" title={words.pupils} help={words.pupilsHelp}>
      <RadioField
        label={words.missing}
        value={missing}
        choices={choicesOf(words.missingChoices, ['left', 'keep'])}
        onChange={setMissing}
      />
      {isMapping && <MappingFields mapping={mapping} onChange={setMapping} />}
      <div>
        <FileButton
          label={words.chooseCsv}
          kind="primary"
          accept={['.csv', 'text/csv']}
          isPending={check.isPending}
          onChoose={(file) => {
            check.mutate({ body: { missing, mapping }, files: [file] });
          }}
        />
      </div>
      {check.isPending && <p role="status">{words.reading}</p>}
      <ErrorNotice error={check.error} />
    </Card>
  );
}

/** Say which heading means what, when the file's own headings are not recognised. */
function MappingFields(props: { readonly mapping: Mapping; readonly onChange: (mapping: Mapping) => void }) {
  const { imports: words } = useStrings();
  const fields = Object.keys(words.fields) as (keyof typeof words.fields)[];
  return (
    <fieldset className="form">
      <legend>
        <strong>{words.mapTitle}</strong>
      </legend>
      <p className="muted">{words.mapHelp}</p>
      {fields.map((field) => (
        <TextField
          key={field}
          label={words.heading(words.fields[field])}
          value={props.mapping[field] ?? ''}
          onChange={(heading) => {
            const others = Object.entries(props.mapping).filter(([name]) => name !== field);
            props.onChange(Object.fromEntries(heading === '' ? others : [...others, [field, heading]]));
          }}
        />
      ))}
    </fieldset>
  );
}

function AnswersCard() {
  const { imports: words } = useStrings();
  const navigate = useNavigate();
  const [validFrom, setValidFrom] = useState(todayIso);
  const [validUntil, setValidUntil] = useState(() => inOneYear(todayIso()));
  const [givenBy, setGivenBy] = useState('');
  const check = useAction(importEndpoints.checkConsents, {
    changes: ['imports.list'],
    onDone: ({ id }) => void navigate(`/imports/${id}`),
  });
  return (
    <Card id="imports-answers" title={words.answers} help={words.answersHelp}>
      <TextField label={words.answersFrom} type="date" isRequired value={validFrom} onChange={setValidFrom} />
      <TextField label={words.answersUntil} type="date" isRequired value={validUntil} onChange={setValidUntil} />
      <TextField label={words.answersBy} help={words.answersByHelp} isRequired value={givenBy} onChange={setGivenBy} />
      <div>
        <FileButton
          label={words.chooseAnswers}
          accept={['.csv', 'text/csv']}
          isPending={check.isPending}
          onChoose={(file) => {
            check.mutate({ body: { validFrom, validUntil, givenBy }, files: [file] });
          }}
        />
      </div>
      {check.isPending && <p role="status">{words.reading}</p>}
      <ErrorNotice error={check.error} />
    </Card>
  );
}

function PortraitsCard() {
  const { imports: words } = useStrings();
  const navigate = useNavigate();
  const send = useAction(importEndpoints.portraits, {
    changes: ['imports.list', 'pupils.'],
    onDone: ({ id }) => void navigate(`/imports/${id}`),
  });
  return (
    <Card id="imports-portraits" title={words.portraits} help={words.portraitsHelp}>
      <div>
        <FileButton
          label={words.chooseZip}
          accept={['.zip', 'application/zip']}
          isPending={send.isPending}
          onChoose={(file) => {
            send.mutate({ files: [file] });
          }}
        />
      </div>
      {send.isPending && <p role="status">{words.reading}</p>}
      <ErrorNotice error={send.error} />
    </Card>
  );
}

function ImportTable({ imports }: { readonly imports: readonly Import[] }) {
  const { imports: words } = useStrings();
  const { moment } = useFormats();
  const kinds = Object.keys(words.changes) as (keyof typeof words.changes)[];
  return (
    <Table
      columns={[
        words.when,
        words.fileName,
        words.change,
        ...kinds.map((kind) => ({ label: words.changes[kind], className: 'number' })),
      ]}
    >
      {imports.map((one) => (
        <tr key={one.id}>
          <th scope="row">
            <Link to={`/imports/${one.id}`}>{moment(one.createdAt)}</Link>
          </th>
          <td>{one.fileName ?? '–'}</td>
          <td>
            {words.kinds[one.kind]}: {words.states[one.state]}
          </td>
          {kinds.map((kind) => (
            <td key={kind} className="number">
              {one.counts[kind]}
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}
