import { useInfiniteQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { useParams } from 'react-router';
import { importEndpoints } from '../../contract/register-imports.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { call } from '../api/call.ts';
import { useChannelNames } from '../api/use-channel-names.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useHasRole } from '../api/use-has-role.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Link } from '../ui/link.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { SaidByService } from '../ui/said-by-service.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { Table } from '../ui/table.tsx';
import { ApplyOrAbandon } from './apply-or-abandon.tsx';
import { UndoImport } from './undo-import.tsx';
import { UndoneNotice } from './undone-notice.tsx';

type Import = AnswerOf<typeof importEndpoints.read>;
type Line = AnswerOf<typeof importEndpoints.listLines>['items'][number];
type Change = Line['change'];

/** One import, line by line: nothing is changed until all of it is applied. */
export function ImportPage() {
  const { importId = '' } = useParams();
  const { imports: words } = useStrings();
  const one = useEndpoint(importEndpoints.read, { params: { importId } });
  return (
    <Page
      title={one.data === undefined ? words.title : words.kinds[one.data.kind]}
      intro={one.data?.fileName ?? ''}
      actions={<Link to="/imports">{words.back}</Link>}
    >
      <Loaded from={one}>
        {(data) => (
          <>
            <Outcome one={data} />
            <Lines one={data} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Outcome({ one }: { readonly one: Import }) {
  const { imports: words, nav } = useStrings();
  const labels: Readonly<Record<string, string>> = words.fields;
  const { list } = useFormats();
  const isOffice = useHasRole('office');
  const { open } = useChannelNames();
  const isAboutAnswers = (heading: string): boolean =>
    /consent|permission|caniat/i.test(heading) ||
    open.some(({ name }) => name.toLowerCase() === heading.trim().toLowerCase());
  return (
    <div className="stack">
      {one.state === 'dry-run' && <DryRun one={one} />}
      {(one.state === 'applied' || one.state === 'abandoned') && <Notice>{words.states[one.state]}</Notice>}
      {one.state === 'applied' && isOffice && <UndoImport one={one} />}
      {one.state === 'undone' && <UndoneNotice one={one} />}
      {one.warnings.map((warning) => (
        <Notice key={warning} tone="warning">
          {words.warnings[warning]}
        </Notice>
      ))}
      {one.unusedHeadings.length > 0 && <p className="muted">{words.unused(list(one.unusedHeadings))}</p>}
      {one.kind === 'pupils-csv' && one.unusedHeadings.some(isAboutAnswers) && (
        <Notice tone="warning">{words.unusedAnswers}</Notice>
      )}
      {Object.keys(one.mapping).length > 0 && (
        <details>
          <summary>{words.mapped}</summary>
          <dl className="facts" aria-label={nav.imports}>
            {Object.entries(one.mapping).map(([field, heading]) => (
              <FactPair key={field} term={labels[field] ?? field} value={heading} />
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}

function FactPair({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </>
  );
}

function DryRun({ one }: { readonly one: Import }) {
  const { imports: words } = useStrings();
  const isOffice = useHasRole('office');
  const problems = one.counts.problem;
  return (
    <Notice
      tone={problems > 0 ? 'bad' : 'info'}
      title={problems > 0 ? words.problemsTitle(problems) : words.dryRunTitle}
    >
      <p>{problems > 0 ? words.problemsText : words.dryRunText}</p>
      {one.saidAgain > 0 && <p>{words.saidAgain(one.saidAgain)}</p>}
      {isOffice && <ApplyOrAbandon one={one} />}
    </Notice>
  );
}

function Lines({ one }: { readonly one: Import }) {
  const { imports: words } = useStrings();
  const [change, setChange] = useState<Change | ''>(one.counts.problem > 0 ? 'problem' : '');
  const query = { limit: 200, ...(change === '' ? {} : { change }) };
  const lines = useInfiniteQuery({
    queryKey: [importEndpoints.listLines.name, one.id, query],
    queryFn: ({ pageParam, signal }) =>
      call(importEndpoints.listLines, {
        params: { importId: one.id },
        query: { ...query, ...(pageParam === '' ? {} : { after: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
  const kinds = (Object.keys(words.changes) as Change[]).filter((kind) => kind !== 'same' || one.saidAgain > 0);
  return (
    <>
      <SelectField
        label={words.change}
        value={change}
        choices={[
          { value: '' as const, label: words.all },
          ...kinds.map((kind) => ({ value: kind, label: `${words.changes[kind]} (${one.counts[kind]})` })),
        ]}
        onChange={setChange}
      />
      <ErrorNotice error={lines.error} />
      <LineTable lines={lines.data?.pages.flatMap(({ items }) => items) ?? []} />
      <MoreButton from={lines} />
    </>
  );
}

function LineTable({ lines }: { readonly lines: readonly Line[] }) {
  const { imports: words } = useStrings();
  if (lines.length === 0) return null;
  return (
    <Table columns={[{ label: words.line, className: 'number' }, words.change, words.who, words.detail]}>
      {lines.map((line, at) => (
        <LineRow key={`${line.line ?? ''} ${line.pupilId ?? ''} ${at}`} line={line} />
      ))}
    </Table>
  );
}

const badges: Record<Change, string> = {
  add: 'clear',
  change: 'unknown',
  leaver: 'review',
  same: '',
  problem: 'block',
};

function LineRow({ line }: { readonly line: Line }) {
  const { imports: words, consents } = useStrings();
  const { nameOf } = useChannelNames();
  const { list } = useFormats();
  const pupil = line.after ?? line.pupil;
  const labels: Readonly<Record<string, string>> = words.fields;
  const answerOf = ({ channelId, answer, isSaidAgain, ends }: Line['answers'][number]): string => {
    const channel = channelId === null ? consents.allChannels : nameOf(channelId);
    const what = `${channel}: ${consents.answers[answer]}`;
    if (isSaidAgain) return words.answerAgain(what);
    return ends === null ? what : words.answerEnds(what, consents.answers[ends]);
  };
  return (
    <tr>
      <td className="number">{line.line ?? words.noLine}</td>
      <td>
        <span className={`badge ${badges[line.change]}`}>{words.changes[line.change]}</span>
      </td>
      <td>{pupil === null ? '–' : `${pupil.firstName} ${pupil.lastName} (${pupil.schoolNumber})`}</td>
      <td>
        {line.problems.length > 0
          ? line.problems.map((problem, at) => (
              <Fragment key={problem}>
                {at > 0 && '; '}
                <SaidByService text={problem} />
              </Fragment>
            ))
          : line.answers.length > 0
            ? list(line.answers.map(answerOf))
            : list(line.changed.map((field) => labels[field] ?? field))}
      </td>
    </tr>
  );
}
