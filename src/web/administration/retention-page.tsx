import { useState } from 'react';
import { retentionEndpoints } from '../../contract/retention.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useAction } from '../api/use-action.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { AskButton } from '../ui/ask-button.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
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
  const runs = useEndpoint(retentionEndpoints.list, {});
  return (
    <Page title={words.title} intro={words.intro} actions={<BackLink />}>
      <RunNow />
      <Card id="retention-runs" title={words.runs}>
        <Loaded from={runs}>{(data) => <RunTable runs={data.runs} />}</Loaded>
      </Card>
    </Page>
  );
}

/** Trying it and, once asked, doing it, and what came of the last. */
function RunNow() {
  const { retention: words } = useStrings();
  const [last, setLast] = useState<Run>();
  const changes = ['retention.'];
  const trial = useAction(retentionEndpoints.run, { changes, onDone: setLast });
  return (
    <>
      <div className="row">
        <Button
          kind="primary"
          isPending={trial.isPending}
          onPress={() => {
            setLast(undefined);
            trial.mutate({ body: { dryRun: true } });
          }}
        >
          {words.dryRun}
        </Button>
        <AskButton
          kind="danger"
          action={words.runNow}
          title={words.runNow}
          endpoint={retentionEndpoints.run}
          input={{ body: { dryRun: false } }}
          changes={changes}
          onDone={(run) => {
            trial.reset();
            setLast(run);
          }}
        >
          <p>{words.confirm}</p>
        </AskButton>
      </div>
      <ErrorNotice error={trial.error} />
      {last !== undefined && <Outcome run={last} />}
    </>
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
