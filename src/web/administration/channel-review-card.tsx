import { useState } from 'react';
import { channelEndpoints } from '../../contract/channels.ts';
import { useAction } from '../api/use-action.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { RadioField } from '../ui/radio-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toasts } from '../ui/toasts.ts';
import { channelChanges, type Channel } from './channel-page.tsx';

type Outcome = Channel['reviews'][number]['outcome'];

const outcomesOf: Record<Channel['state'], readonly Outcome[]> = {
  applied: ['approved', 'refused'],
  open: ['kept-open'],
  refused: [],
  closed: [],
};

/** What senior leaders answered, and recording an answer. */
export function ChannelReviewCard({ channel }: { readonly channel: Channel }) {
  const { channels: words } = useStrings();
  const { day } = useFormats();
  return (
    <section className="card" aria-labelledby="channel-reviews">
      <h2 id="channel-reviews">{words.reviews}</h2>
      {channel.reviewOn !== null && <p>{words.reviewOn(day(channel.reviewOn))}</p>}
      {channel.reviews.length === 0 ? (
        <p className="muted">{words.noReviews}</p>
      ) : (
        <ul className="administration-list">
          {channel.reviews.map((review) => (
            <li key={review.recordedAt}>
              <span>
                <strong>{words.outcomes[review.outcome]}</strong>: {review.leaderName}, {review.leaderPosition}
                {review.note !== '' && ` – ${review.note}`}
              </span>
              <span className="muted">{day(review.recordedAt.slice(0, 10))}</span>
            </li>
          ))}
        </ul>
      )}
      {outcomesOf[channel.state].length > 0 && <ReviewForm key={channel.state} channel={channel} />}
    </section>
  );
}

function ReviewForm({ channel }: { readonly channel: Channel }) {
  const { channels: words } = useStrings();
  const outcomes = outcomesOf[channel.state];
  const [outcome, setOutcome] = useState(outcomes[0]!);
  const [leaderName, setLeaderName] = useState('');
  const [leaderPosition, setLeaderPosition] = useState('');
  const [note, setNote] = useState('');
  const [nextReviewOn, setNextReviewOn] = useState('');
  const record = useAction(channelEndpoints.review, {
    changes: channelChanges,
    onDone: () => {
      toasts.show(words.recorded);
    },
  });
  return (
    <Form
      error={record.error}
      onSubmit={() => {
        const body = {
          outcome,
          leaderName,
          leaderPosition,
          note,
          nextReviewOn: nextReviewOn === '' ? null : nextReviewOn,
        };
        record.mutate({ params: { channelId: channel.id }, body });
      }}
    >
      <RadioField
        label={words.outcome}
        name="outcome"
        value={outcome}
        choices={outcomes.map((value) => ({ value, label: words.outcomes[value] }))}
        onChange={setOutcome}
      />
      <TextField label={words.leaderName} name="leaderName" isRequired value={leaderName} onChange={setLeaderName} />
      <TextField
        label={words.leaderPosition}
        name="leaderPosition"
        isRequired
        value={leaderPosition}
        onChange={setLeaderPosition}
      />
      <TextField label={words.note} name="note" lines="many" value={note} onChange={setNote} />
      {outcome !== 'refused' && (
        <TextField
          label={words.nextReviewOn}
          name="nextReviewOn"
          type="date"
          isRequired
          value={nextReviewOn}
          onChange={setNextReviewOn}
        />
      )}
      <div>
        <Button kind="primary" type="submit" isPending={record.isPending}>
          {words.record}
        </Button>
      </div>
    </Form>
  );
}
