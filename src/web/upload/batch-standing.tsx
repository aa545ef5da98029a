import { useHasRole } from '../api/use-has-role.ts';
import { useChannelNames } from '../api/use-channel-names.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Card } from '../ui/card.tsx';
import { Link } from '../ui/link.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import type { Batch } from './batch-page.tsx';
import { sayWaiting } from './say-waiting.ts';
import { SubmitBatch } from './submit-batch.tsx';

/** What the batch waits for and from whom, how many photos are checked, and where to collect what is ready. */
export function BatchStanding({ batch }: { readonly batch: Batch }) {
  const { batch: words, batches } = useStrings();
  const { total, waiting } = batch.counts;
  const { isMe: isMine } = batch.uploadedBy;
  return (
    <Card id="batch-waiting" title={words.waiting}>
      <div role="status">
        <ul className="upload-waiting">
          {sayWaiting(batches, { ...batch, isMine }).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      {waiting > 0 && (
        <ProgressBar
          label={words.checked}
          value={total - waiting}
          max={total}
          valueLabel={words.checkedOf(total - waiting, total)}
        />
      )}
      {batch.state === 'open' && isMine && <SubmitBatch batch={batch} />}
      <CollectLinks batch={batch} />
    </Card>
  );
}

function CollectLinks({ batch }: { readonly batch: Batch }) {
  const { batch: words } = useStrings();
  const { nameOf } = useChannelNames();
  const { clear, approved, released } = batch.counts;
  const mayCollect = useHasRole('staff', 'office', 'moderator');
  if (!mayCollect || clear + approved + released === 0) return null;
  return (
    <>
      <p className="muted">{words.collectHelp}</p>
      <div className="row">
        {batch.channels.map((channelId) => (
          <Link key={channelId} to={`/batches/${batch.id}/release/${channelId}`} looks="button">
            {words.collectFor(nameOf(channelId))}
          </Link>
        ))}
      </div>
    </>
  );
}
