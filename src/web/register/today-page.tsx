import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { pupilEndpoints, registerEndpoints } from '../../contract/register.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { call } from '../api/call.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useHasRole } from '../api/use-has-role.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { choicesOfNamed } from '../ui/choices-of-named.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Link } from '../ui/link.tsx';
import { Page } from '../ui/page.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { Table } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';
import { AdultsSection } from './adults-section.tsx';
import { ExpiringSection } from './expiring-section.tsx';
import { FreshnessNotice } from './freshness-notice.tsx';
import { fullName } from './full-name.ts';
import { PhotosDueSection } from './photos-due-section.tsx';
import { todayIso } from '../strings/today-iso.ts';
import { useChannelNames } from '../api/use-channel-names.ts';
import './register.css';

interface Question {
  /** Empty: every open channel. */
  readonly channelId: string;
  readonly day: string;
  /** Empty: all classes. */
  readonly className: string;
}

type Entry = AnswerOf<typeof registerEndpoints.read>['items'][number];

/** Who may not appear on a day, and why: on screen, and as a sheet for the school trip. */
export function TodayPage() {
  const { today: words, common } = useStrings();
  const { moment } = useFormats();
  const [question, setQuestion] = useState<Question>({ channelId: '', day: todayIso(), className: '' });
  const { first, entries, isWhole, error, refetch } = useRegisterOf(question);
  const asksForAnswers = useHasRole('office', 'dsl');
  const print = <PrintButton isDisabled={!isWhole}>{common.print}</PrintButton>;
  return (
    <Page title={words.title} intro={words.intro} actions={print}>
      <FreshnessNotice />
      <QuestionFields question={question} onChange={setQuestion} />
      <PrintedQuestion question={question} />
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {first !== undefined && <p role="status">{words.count(first.barred, first.pupils)}</p>}
      {first !== undefined && entries.length === 0 ? <p>{words.none}</p> : <EntryTable entries={entries} />}
      {asksForAnswers && (
        <div className="stack no-print">
          <AdultsSection />
          <ExpiringSection />
          <PhotosDueSection />
        </div>
      )}
      <p className="register-only-print">{words.printed(moment(new Date().toISOString()))}</p>
    </Page>
  );
}

/** The whole register of a day: its pages are read to the end, since a printed sheet must lack nobody. */
function useRegisterOf({ channelId, day, className }: Question) {
  const query = {
    limit: 200,
    ...(channelId === '' ? {} : { channelId }),
    ...(day === '' ? {} : { day }),
    ...(className === '' ? {} : { className }),
  };
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: [registerEndpoints.read.name, query],
    queryFn: ({ pageParam, signal }) =>
      call(registerEndpoints.read, { query: { ...query, ...(pageParam === '' ? {} : { after: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
  useEffect(() => {
    if (hasNextPage && !isFetching && error === null) void fetchNextPage();
  }, [hasNextPage, isFetching, error, fetchNextPage]);
  return {
    first: data?.pages[0],
    entries: data?.pages.flatMap(({ items }) => items) ?? [],
    isWhole: data !== undefined && !hasNextPage,
    error,
    refetch,
  };
}

function QuestionFields(props: { readonly question: Question; readonly onChange: (question: Question) => void }) {
  const { today: words } = useStrings();
  const { open } = useChannelNames();
  const groups = useEndpoint(pupilEndpoints.listGroups, {});
  const { question, onChange } = props;
  return (
    <div className="register-filters no-print">
      <SelectField
        label={words.channel}
        value={question.channelId}
        choices={[{ value: '', label: words.anyChannel }, ...choicesOfNamed(open)]}
        onChange={(channelId) => {
          onChange({ ...question, channelId });
        }}
      />
      <TextField
        label={words.day}
        type="date"
        isOptionalUnsaid
        value={question.day}
        onChange={(day) => {
          onChange({ ...question, day });
        }}
      />
      <SelectField
        label={words.className}
        value={question.className}
        choices={[
          { value: '', label: words.everyClass },
          ...(groups.data?.classes ?? []).map(({ name }) => ({ value: name, label: name })),
        ]}
        onChange={(className) => {
          onChange({ ...question, className });
        }}
      />
    </div>
  );
}

/** What the sheet is about, where the fields that say it on screen are not printed. */
function PrintedQuestion({ question }: { readonly question: Question }) {
  const { today: words } = useStrings();
  const { day } = useFormats();
  const { nameOf } = useChannelNames();
  const parts = [
    question.channelId === '' ? words.anyChannel : nameOf(question.channelId),
    day(question.day === '' ? todayIso() : question.day),
    question.className === '' ? words.everyClass : question.className,
  ];
  return (
    <p className="register-only-print">
      <strong>{parts.join(' · ')}</strong>
    </p>
  );
}

function EntryTable({ entries }: { readonly entries: readonly Entry[] }) {
  const { today: words, register } = useStrings();
  const { nameOf } = useChannelNames();
  const { list } = useFormats();
  if (entries.length === 0) return null;
  return (
    <Table
      className="register-table"
      columns={[words.pupil, words.className, words.reason, words.channels, words.byFace]}
    >
      {entries.map((entry) => (
        <tr key={`${entry.pupilId} ${entry.reason}`}>
          <th scope="row">
            <Link to={`/pupils/${entry.pupilId}`}>{fullName(entry)}</Link>
          </th>
          <td>{entry.className}</td>
          <td>{register.reasons[entry.reason]}</td>
          <td>{list(entry.channels.map(nameOf))}</td>
          <td>{words.foundBy[entry.foundBy]}</td>
        </tr>
      ))}
    </Table>
  );
}
