import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { moderationEndpoints } from '../../contract/moderation.ts';
import type { AnswerOf } from '../../contract/endpoint.ts';
import { useAction } from '../api/use-action.ts';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from '../ui/button.tsx';
import { Link } from '../ui/link.tsx';
import { Notice } from '../ui/notice.tsx';
import { RefusalWords } from '../ui/refusal-words.tsx';
import { toasts } from '../ui/toasts.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { defaultReason, type Decision } from './reasons.ts';
import type { QueueItem } from './review-types.ts';
import { undoDecisions } from './undo-decisions.ts';

/** As many as the service takes at once. */
const mostAtOnce = 100;

/** A photo that was not decided, and the title of its batch. */
type Refusal = AnswerOf<typeof moderationEndpoints.decideMany>['results'][number] & { readonly title: string };

/** Decide some easy photos at once, and say what came of each. */
export function ManyBar(props: {
  readonly easy: readonly QueueItem[];
  readonly selected: readonly QueueItem[];
  readonly onSelect: (photos: readonly QueueItem[]) => void;
}) {
  const { easy, selected, onSelect } = props;
  const [decision, setDecision] = useState<Decision | null>(null);
  const [refused, setRefused] = useState<readonly Refusal[]>([]);
  const decide = useDecideMany(selected, (refusals) => {
    setRefused(refusals);
    setDecision(null);
    onSelect([]);
  });
  return (
    <>
      {easy.length > 0 && <Selection easy={easy} selected={selected} onSelect={onSelect} onDecide={setDecision} />}
      <Refused results={refused} />
      {decision !== null && (
        <ReasonDialog
          decision={decision}
          first={defaultReason(decision, null)}
          count={selected.length}
          isPending={decide.isPending}
          error={decide.error}
          onClose={() => {
            setDecision(null);
          }}
          onChoose={(reasonCode, note) => {
            const photos = selected.slice(0, mostAtOnce).map(({ id, version }) => ({ photoId: id, version }));
            decide.mutate({ body: { decision, reasonCode, note, photos } });
          }}
        />
      )}
    </>
  );
}

/** Decides some photos, offers to take it back, and hands on what was refused. */
function useDecideMany(selected: readonly QueueItem[], onDone: (refused: readonly Refusal[]) => void) {
  const { review } = useStrings();
  const client = useQueryClient();
  return useAction(moderationEndpoints.decideMany, {
    changes: ['moderation.'],
    onDone: ({ results }) => {
      const done = results.flatMap(({ photoId, version }) => (version === null ? [] : [{ photoId, version }]));
      const titles = new Map(selected.map(({ id, batchTitle }) => [id, batchTitle]));
      const refused = results.filter(({ error }) => error !== null);
      onDone(refused.map((one) => ({ ...one, title: titles.get(one.photoId) ?? '' })));
      toasts.show(review.manyDone(done.length, results.length), () => {
        void undoDecisions(client, done).then((count) => {
          toasts.show(review.undoneMany(count));
        });
      });
    },
  });
}

/** Selecting the easy ones, and what can be done with those selected. */
function Selection(props: {
  readonly easy: readonly QueueItem[];
  readonly selected: readonly QueueItem[];
  readonly onSelect: (photos: readonly QueueItem[]) => void;
  readonly onDecide: (decision: Decision) => void;
}) {
  const { review } = useStrings();
  const { easy, selected, onSelect } = props;
  return (
    <div className="review-many row" role="group" aria-label={review.shows.easy}>
      <span className="muted">{review.easyHelp}</span>
      <Button
        isSmall
        onPress={() => {
          onSelect(easy.slice(0, mostAtOnce));
        }}
      >
        {review.selectEasy(Math.min(mostAtOnce, easy.length))}
      </Button>
      {selected.length > 0 && (
        <Selected
          count={selected.length}
          onDecide={props.onDecide}
          onClear={() => {
            onSelect([]);
          }}
        />
      )}
    </div>
  );
}

function Selected(props: {
  readonly count: number;
  readonly onDecide: (decision: Decision) => void;
  readonly onClear: () => void;
}) {
  const { review } = useStrings();
  return (
    <>
      <strong role="status">{review.selected(props.count)}</strong>
      {(['approve', 'reject'] as const).map((one) => (
        <Button
          key={one}
          isSmall
          kind={one === 'approve' ? 'primary' : 'danger'}
          onPress={() => {
            props.onDecide(one);
          }}
        >
          {review[one]}
        </Button>
      ))}
      <Button isSmall kind="quiet" onPress={props.onClear}>
        {review.clearSelection}
      </Button>
    </>
  );
}

function Refused({ results }: { readonly results: readonly Refusal[] }) {
  const { review } = useStrings();
  if (results.length === 0) return null;
  return (
    <Notice tone="bad" title={review.manyRefused} isLive>
      <ul>
        {results.map(({ photoId, error, title }) => (
          <li key={photoId}>
            <Link to={`/review/${photoId}`}>{title}</Link>:{' '}
            {error != null && <RefusalWords code={error.code} message={error.message} />}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
