import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountEndpoints } from '../../contract/accounts.ts';
import { auditEndpoints } from '../../contract/audit.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { addressOf } from '../api/address-of.ts';
import { pagesOptions } from '../api/pages-options.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { SendForm } from '../ui/send-form.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { Table } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';
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

function Entries() {
  const { audit: words } = useStrings();
  const [actor, setActor] = useState('');
  const people = useEndpoint(accountEndpoints.listPeople, {});
  const query = { limit: 100, ...(actor === '' ? {} : { actor }) };
  const entries = useInfiniteQuery(pagesOptions(auditEndpoints.list, query));
  const items = entries.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="stack" aria-label={words.title}>
      <SelectField
        label={words.actor}
        value={actor}
        choices={[
          { value: '', label: words.anybody },
          ...(people.data?.people ?? []).map(({ id, displayName }) => ({ value: id, label: displayName })),
        ]}
        onChange={setActor}
      />
      <ErrorNotice error={entries.error} />
      {entries.data !== undefined && items.length === 0 && <p>{words.empty}</p>}
      {items.length > 0 && <EntryTable entries={items} />}
      <MoreButton from={entries} />
    </section>
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
            <strong>{entry.actor.displayName}</strong> {entry.sentence}
          </td>
        </tr>
      ))}
    </Table>
  );
}
