import { useState } from 'react';
import { retentionEndpoints } from '../../contract/retention.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Table } from '../ui/table.tsx';
import { BackLink } from './back-link.tsx';

type Run = AnswerOf<typeof retentionEndpoints.run>;

/** What is erased because its time is over: now as a trial, now for good, and every night so far. */
export function RetentionPage() {
  const { retention: words } = useStrings();
  const [isAsking, setAsking] = useState(false);
  const runs = useEndpoint(retentionEndpoints.list, {});
  const run = useAction(retentionEndpoints.run, {
    changes: ['retention.'],
    onDone: () => {
      setAsking(false);
    },
  });
  return (
    <Page title={words.title} intro={words.intro} actions={<BackLink />}>
      <div className="row">
        <Button
          kind="primary"
          isPending={run.isPending}
          onPress={() => {
            run.mutate({ body: { dryRun: true } });
          }}
        >
          {words.dryRun}
        </Button>
        <Button
          kind="danger"
          onPress={() => {
            setAsking(true);
          }}
        >
          {words.runNow}
        </Button>
      </div>
      <ErrorNotice error={isAsking ? null : run.error} />
      {run.data !== undefined && <Outcome run={run.data} />}
      <section className="card" aria-labelledby="retention-runs">
        <h2 id="retention-runs">{words.runs}</h2>
        <Loaded from={runs}>{(data) => <RunTable runs={data.runs} />}</Loaded>
      </section>
      <ConfirmDialog
        title={words.runNow}
        action={words.runNow}
        isOpen={isAsking}
        isPending={run.isPending}
        error={run.error}
        onConfirm={() => {
          run.mutate({ body: { dryRun: false } });
        }}
        onClose={() => {
          setAsking(false);
        }}
      >
        <p>{words.confirm}</p>
      </ConfirmDialog>
    </Page>
  );
}

function useCounts(): (run: Run) => string {
  const { retention: words } = useStrings();
  const { list } = useFormats();
  return ({ counts }) => {
    const entries = Object.entries(counts) as [keyof Run['counts'], number][];
    const some = entries.filter(([, count]) => count > 0).map(([name, count]) => `${count} ${words.counts[name]}`);
    return some.length === 0 ? words.nothing : list(some);
  };
}

function Outcome({ run }: { readonly run: Run }) {
  const { retention: words } = useStrings();
  const say = useCounts();
  return (
    <Notice tone={run.dryRun ? 'info' : 'good'} title={run.dryRun ? words.wouldGo : words.went} isLive>
      <p>{say(run)}</p>
    </Notice>
  );
}

function RunTable({ runs }: { readonly runs: readonly Run[] }) {
  const { retention: words } = useStrings();
  const { moment } = useFormats();
  const say = useCounts();
  if (runs.length === 0) return <p className="muted">{words.noRuns}</p>;
  return (
    <Table columns={[words.when, words.what]}>
      {runs.map((run) => (
        <tr key={run.id}>
          <th scope="row">
            {moment(run.startedAt)}{' '}
            <span className="muted">
              {run.startedBy === null && words.nightly} {run.dryRun && words.dry}
            </span>
          </th>
          <td>{say(run)}</td>
        </tr>
      ))}
    </Table>
  );
}
