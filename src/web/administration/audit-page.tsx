import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountEndpoints } from '../../contract/accounts.ts';
import { auditEndpoints } from '../../contract/audit.ts';
import { addressOf } from '../api/address-of.ts';
import { call } from '../api/call.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { SelectField } from '../ui/select-field.tsx';
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
  const { data } = verify;
  return (
    <section className="card" aria-label={words.verify}>
      <Form
        error={verify.error}
        onSubmit={() => {
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
        <div>
          <Button kind="primary" type="submit" isPending={verify.isPending}>
            {words.verify}
          </Button>
        </div>
      </Form>
      {data?.whole === true && data.head !== null && (
        <>
          <Notice tone="good" isLive>
            {words.whole(data.head.seq)}
          </Notice>
          <p className="administration-secret">
            {data.head.seq} {data.head.hash}
          </p>
          <div>
            <CopyButton text={`${data.head.seq} ${data.head.hash}`} />
          </div>
        </>
      )}
      {data?.broken != null && (
        <Notice tone="bad" isLive>
          {words.broken(data.broken.seq, words.why[data.broken.why])}
        </Notice>
      )}
    </section>
  );
}

function Entries() {
  const { audit: words, common } = useStrings();
  const { moment } = useFormats();
  const [actor, setActor] = useState('');
  const people = useEndpoint(accountEndpoints.listPeople, {});
  const query = { limit: 100, ...(actor === '' ? {} : { actor }) };
  const entries = useInfiniteQuery({
    queryKey: [auditEndpoints.list.name, query],
    queryFn: ({ pageParam, signal }) =>
      call(auditEndpoints.list, { query: { ...query, ...(pageParam === '' ? {} : { after: pageParam }) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
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
      {items.length > 0 && (
        <div className="table-scroll">
          <table className="table">
            <thead>
              <tr>
                <th scope="col" className="number">
                  {words.entry}
                </th>
                <th scope="col">{words.when}</th>
                <th scope="col">{words.what}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((entry) => (
                <tr key={entry.seq}>
                  <td className="number">{entry.seq}</td>
                  <td>{moment(entry.at)}</td>
                  <td>
                    <strong>{entry.actor.displayName}</strong> {entry.sentence}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {entries.hasNextPage && (
        <div>
          <Button isPending={entries.isFetching} onPress={() => void entries.fetchNextPage()}>
            {common.more}
          </Button>
        </div>
      )}
    </section>
  );
}
