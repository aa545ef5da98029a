import { operationsEndpoints } from '../../contract/operations.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useEndpoint } from '../api/use-endpoint.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Card } from '../ui/card.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Table } from '../ui/table.tsx';
import { BackLink } from './back-link.tsx';
import './administration.css';

type Backups = AnswerOf<typeof operationsEndpoints.readBackups>;

/** When the school was last made safe against a broken machine, and how to do it again. */
export function BackupsPage() {
  const { backups: words } = useStrings();
  const backups = useEndpoint(operationsEndpoints.readBackups, {});
  return (
    <Page title={words.title} intro={words.intro} actions={<BackLink />}>
      <Loaded from={backups}>
        {(data) => (
          <>
            <Age backups={data} />
            {data.backups.length > 0 && <BackupTable backups={data.backups} />}
          </>
        )}
      </Loaded>
      <Card id="backups-make" title={words.makeTitle}>
        <p>{words.make}</p>
        <p className="administration-secret">npx photoward backup --to {words.fileName}</p>
        <p className="muted">{words.auto}</p>
      </Card>
      <Card id="backups-restore" title={words.restoreTitle}>
        <p>{words.restore}</p>
        <p className="administration-secret">
          npx photoward restore --from {words.fileName} --to {words.folderName}
        </p>
      </Card>
    </Page>
  );
}

function Age({ backups: { state, backups } }: { readonly backups: Backups }) {
  const { backups: words } = useStrings();
  const { ago } = useFormats();
  const newest = backups[0];
  if (state === 'never' || newest === undefined) return <Notice tone="bad">{words.never}</Notice>;
  if (state === 'old') return <Notice tone="warning">{words.old(ago(newest.madeAt))}</Notice>;
  return <Notice tone="good">{words.fresh(ago(newest.madeAt))}</Notice>;
}

function BackupTable({ backups }: { readonly backups: Backups['backups'] }) {
  const { backups: words } = useStrings();
  const { moment, number } = useFormats();
  return (
    <section className="stack" aria-labelledby="backups-list">
      <h2 id="backups-list">{words.listTitle}</h2>
      <Table columns={[words.made, words.file, { label: words.size, className: 'number' }]}>
        {backups.map(({ id, madeAt, fileName, bytes }) => (
          <tr key={id}>
            <th scope="row">{moment(madeAt)}</th>
            <td>{fileName}</td>
            <td className="number">{words.megabytes(number(Math.round(bytes / 100_000) / 10))}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
