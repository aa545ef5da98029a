import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountEndpoints } from '../../contract/accounts.ts';
import { auditEndpoints } from '../../contract/audit.ts';
import { auditTopics, type AuditTopic } from '../../contract/audit-topics.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { addressOf } from '../api/address-of.ts';
import { pagesOptions } from '../api/pages-options.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { choicesOf } from '../ui/choices-of.ts';
import { choicesOfPeople } from '../ui/choices-of-people.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { SaidByService } from '../ui/said-by-service.tsx';
import { SendForm } from '../ui/send-form.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { Table } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useDraft, type FieldOf } from '../ui/use-draft.ts';
import { BackLink } from './back-link.tsx';
import './administration.css';

/** Who did what, in order, and the proof that nothing was changed. */
export function AuditPage() {
  const { audit: words } = useStrings();
  const actions = (
    <>
      <BackLink />
      <a className="button plain" href={addressOf(auditEndpoints.export)} download>
        {words.export}
      </a>
    </>
  );
  return (
    <Page title={words.title} intro={words.intro} actions={actions}>
      <VerifyCard />
      <Entries />
    </Page>
  );
}

/** '17 3fa9…' as it is shown and noted; null: empty; undefined: not readable. */
function readNoted(text: string): { readonly seq: number; readonly hash: string } | null | undefined {
  if (text.trim() === '') return null;
  const [, seq, hash] = /^(\d+)\s+([0-9a-f]{64})$/i.exec(text.trim()) ?? [];
  return seq === undefined || hash === undefined ? undefined : { seq: Number(seq), hash: hash.toLowerCase() };
}

function VerifyCard() {
  const { audit: words } = useStrings();
  const [noted, setNoted] = useState('');
  const verify = useAction(auditEndpoints.verify);
  const head = readNoted(noted);
  return (
    <section className="card" aria-label={words.verify}>
      <SendForm
        action={words.verify}
        sending={verify}
        onSend={() => {
          if (head !== undefined) verify.mutate({ body: head === null ? {} : { noted: head } });
        }}
      >
        <TextField
          label={words.notedTitle}
          help={words.notedHelp}
          value={noted}
          onChange={setNoted}
          isInvalid={head === undefined}
        />
        {head === undefined && <p className="field-error">{words.notedWrong}</p>}
      </SendForm>
      {verify.data !== undefined && <Verified {...verify.data} />}
    </section>
  );
}

/** That the record is whole, with what to note of it; or where it was changed. */
function Verified({ whole, head, broken }: AnswerOf<typeof auditEndpoints.verify>) {
  const { audit: words } = useStrings();
  return (
    <>
      {whole && head !== null && (
        <>
          <Notice tone="good" isLive>
            {words.whole(head.seq)}
          </Notice>
          <p className="administration-secret">
            {head.seq} {head.hash}
          </p>
          <div>
            <CopyButton text={`${head.seq} ${head.hash}`} />
          </div>
        </>
      )}
      {broken !== null && (
        <Notice tone="bad" isLive>
          {words.broken(broken.seq, words.why[broken.why])}
        </Notice>
      )}
    </>
  );
}

const topics = Object.keys(auditTopics) as AuditTopic[];

interface Filter {
  readonly actor: string;
  readonly topic: AuditTopic | '';
  readonly from: string;
  readonly to: string;
}

function Entries() {
  const { audit: words } = useStrings();
  const { draft: filter, field } = useDraft<Filter>({ actor: '', topic: '', from: '', to: '' });
  const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''));
  const entries = useInfiniteQuery(pagesOptions(auditEndpoints.list, { limit: 100, ...asked }));
  const items = entries.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="stack" aria-label={words.title}>
      <EntryFilters field={field} />
      <ErrorNotice error={entries.error} />
      {entries.data !== undefined && items.length === 0 && <p role="status">{words.empty}</p>}
      {items.length > 0 && <EntryTable entries={items} />}
      <MoreButton from={entries} />
    </section>
  );
}

/** By whom, about what, and when: what a parent or the regulator asks about is a few entries of many thousands. */
function EntryFilters({ field }: { readonly field: FieldOf<Filter> }) {
  const { audit: words } = useStrings();
  const people = useEndpoint(accountEndpoints.listPeople, {});
  return (
    <search className="administration-grid" aria-label={words.filters}>
      <SelectField
        {...field('actor')}
        label={words.actor}
        choices={[{ value: '', label: words.anybody }, ...choicesOfPeople(people.data?.people)]}
      />
      <SelectField
        {...field('topic')}
        label={words.topic}
        choices={[{ value: '', label: words.anything }, ...choicesOf(words.topics, topics)]}
      />
      <TextField {...field('from')} label={words.from} isOptionalUnsaid type="date" />
      <TextField {...field('to')} label={words.to} isOptionalUnsaid type="date" />
    </search>
  );
}

function EntryTable({ entries }: { readonly entries: AnswerOf<typeof auditEndpoints.list>['items'] }) {
  const { audit: words } = useStrings();
  const { moment } = useFormats();
  return (
    <Table columns={[{ label: words.entry, className: 'number' }, words.when, words.what]}>
      {entries.map((entry) => (
        <tr key={entry.seq}>
          <td className="number">{entry.seq}</td>
          <td>{moment(entry.at)}</td>
          <td>
            <strong>{entry.actor.displayName}</strong> <SaidByService text={entry.sentence} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
