import { AppError } from '../../lib/app-error.ts';
import { isoNow, isoToday } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { getChannel, requireTwoStaff } from './channel-store.ts';
import type { SetupParts } from './parts.ts';

export interface ChannelReview {
  readonly outcome: 'approved' | 'refused' | 'kept-open';
  readonly leaderName: string;
  readonly leaderPosition: string;
  readonly note: string;
  readonly nextReviewOn: string | null;
}

const answers: Readonly<Record<ChannelReview['outcome'], readonly string[]>> = {
  approved: ['applied', 'closed'],
  refused: ['applied'],
  'kept-open': ['open'],
};

const actions = { approved: 'channel/approved', refused: 'channel/refused', 'kept-open': 'channel/reviewed' } as const;

const notClosed = { closedAt: null, closedBy: null, closingReason: null };

/**
 * Record a senior leader's answer. An application is approved or refused; an open channel is kept open at its review; one
 * that was closed, perhaps by mistake, is opened again as a new one is.
 * Both openings need a next review date and two named staff. Throws `wrong-state`, `too-few-staff`, `invalid-input`.
 */
export async function reviewChannel(
  parts: SetupParts,
  adminId: string,
  channelId: string,
  review: ChannelReview,
): Promise<void> {
  const opens = review.outcome !== 'refused';
  if (opens && (review.nextReviewOn === null || review.nextReviewOn <= isoToday(parts.clock))) {
    throw new AppError('invalid-input', { fields: [{ path: 'nextReviewOn', message: 'must lie in the future' }] });
  }
  await withTransaction(parts.database, async (trx) => {
    const channel = await getChannel(trx, channelId);
    if (!answers[review.outcome].includes(channel.state)) throw new AppError('wrong-state');
    if (opens) await requireTwoStaff(trx, channelId);
    await trx
      .insertInto('channelReviews')
      .values({ id: newId(), channelId, ...review, recordedAt: isoNow(parts.clock), recordedBy: adminId })
      .execute();
    await trx
      .updateTable('channels')
      .set({ state: opens ? 'open' : 'refused', reviewOn: opens ? review.nextReviewOn : null, ...notClosed })
      .where('id', '=', channelId)
      .execute();
    const subject = { kind: 'channel', id: channelId } as const;
    await recordAudit(trx, parts.clock, { actor: adminId, action: actions[review.outcome], subject });
  });
}
