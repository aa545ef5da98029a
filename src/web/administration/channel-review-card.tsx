import { channelEndpoints } from '../../contract/channels.ts';
import { useAction } from '../api/use-action.ts';
import { dayOf } from '../strings/day-of.ts';
import { useFormats } from '../strings/use-formats.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Card } from '../ui/card.tsx';
import { choicesOf } from '../ui/choices-of.ts';
import { RadioField } from '../ui/radio-field.tsx';
import { SendForm } from '../ui/send-form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { textOrNone } from '../ui/text-or-none.ts';
import { toasts } from '../ui/toasts.ts';
import { useDraft } from '../ui/use-draft.ts';
import { channelChanges, type Channel } from './channel-page.tsx';

type Outcome = Channel['reviews'][number]['outcome'];

interface Review {
  readonly outcome: Outcome;
  readonly leaderName: string;
  readonly leaderPosition: string;
  readonly note: string;
  readonly nextReviewOn: string | null;
}

const outcomesOf: Record<Channel['state'], readonly Outcome[]> = {
  applied: ['approved', 'refused'],
  open: ['kept-open'],
  refused: [],
  closed: ['approved'],
};

/** What senior leaders answered, and recording an answer. */
export function ChannelReviewCard({ channel }: { readonly channel: Channel }) {
  const { channels: words } = useStrings();
  const { day } = useFormats();
  return (
    <Card id="channel-reviews" title={words.reviews}>
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
              <span className="muted">{day(dayOf(review.recordedAt))}</span>
            </li>
          ))}
        </ul>
      )}
      {outcomesOf[channel.state].length > 0 && <ReviewForm key={channel.state} channel={channel} />}
    </Card>
  );
}

function ReviewForm({ channel }: { readonly channel: Channel }) {
  const { channels: words } = useStrings();
  const outcomes = outcomesOf[channel.state];
  const { draft, field } = useDraft<Review>({
    outcome: outcomes[0]!,
    leaderName: '',
    leaderPosition: '',
    note: '',
    nextReviewOn: null,
  });
  const record = useAction(channelEndpoints.review, {
    changes: channelChanges,
    onDone: () => {
      toasts.show(words.recorded);
    },
  });
  return (
    <SendForm
      action={words.record}
      sending={record}
      onSend={() => {
        record.mutate({ params: { channelId: channel.id }, body: draft });
      }}
    >
      <RadioField {...field('outcome')} label={words.outcome} choices={choicesOf(words.outcomes, outcomes)} />
      <TextField {...field('leaderName')} label={words.leaderName} isRequired />
      <TextField {...field('leaderPosition')} label={words.leaderPosition} isRequired />
      <TextField {...field('note')} label={words.note} lines="many" />
      {draft.outcome !== 'refused' && (
        <TextField {...textOrNone(field('nextReviewOn'))} label={words.nextReviewOn} type="date" isRequired />
      )}
    </SendForm>
  );
}
