import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import { isoNow, isoToday } from '../../lib/clock.ts';
import { newId } from '../../lib/new-id.ts';
import { judgeStoredPhoto } from '../../pipeline/judge-stored-photo.ts';
import type { PhotoState } from '../../policy/lifecycle.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { updatePhoto } from '../../store/find-photo.ts';
import { insertVerdict } from '../../store/verdict-rows.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import type { Answered } from './answer-photo.ts';
import { decidePhoto } from './decide-photo.ts';
import { findOpenOverride, getPhotoToDecide } from './store.ts';
import type { ModerationParts } from './parts.ts';

/**
 * Ask that the block on this very picture be overridden. Judged anew first, and only that verdict can be agreed to.
 * Throws `own-upload`, `changed-meanwhile`, `wrong-state` for what cannot be overridden, `conflict` when asked already.
 */
export async function askOverride(
  { database, clock }: ModerationParts,
  person: SignedIn,
  photoId: string,
  { version, reason }: { readonly version: number; readonly reason: string },
): Promise<Answered> {
  return await withTransaction(database, async (trx) => {
    const photo = await getPhotoToDecide(trx, person, photoId, version);
    const judged = await judgeStoredPhoto(trx, photo, isoToday(clock));
    const { verdict, block } = judged;
    if (photo.state !== 'flagged' || block !== 'ordinary') {
      throw new AppError('wrong-state', { detail: 'this block cannot be overridden: cover, crop or reject the photo' });
    }
    if ((await findOpenOverride(trx, photo)) !== undefined) throw new AppError('conflict');
    const picture = { photoId, outputId: photo.currentOutputId };
    const verdictId = await insertVerdict(trx, clock, picture, { ...judged, cause: 'answer' });
    const blocking = verdict.findings.filter((finding) => finding.severity === 'block');
    const asked = { reason, askedBy: person.accountId, askedAt: isoNow(clock) };
    const rows = blocking.map(({ code: findingCode, subject }) => ({
      ...{ id: newId(), photoId, verdictId, findingCode, subject, ...asked },
    }));
    await trx.insertInto('overrides').values(rows).execute();
    await updatePhoto(trx, photo, { currentVerdictId: verdictId });
    const subject = { kind: 'photo', id: photoId } as const;
    const detail = { findings: [...new Set(blocking.map((finding) => finding.code))] };
    await recordAudit(trx, clock, { actor: person.accountId, action: 'photo/override-asked', subject, detail });
    const lineUpLeft = verdict.coverage.lineUp.length;
    return { state: photo.state as PhotoState, verdict: verdict.verdict, lineUpLeft, version: version + 1 };
  });
}

/**
 * Answer as the second person; agreeing approves. Throws `second-person-needed` for whoever asked, `wrong-state` when
 * nobody asked about this verdict, and as `decidePhoto` does.
 */
export async function answerOverride(
  parts: ModerationParts,
  person: SignedIn,
  photoId: string,
  { version, answer }: { readonly version: number; readonly answer: 'agreed' | 'refused' },
): Promise<Answered> {
  const { database, clock } = parts;
  const checked = await withTransaction(database, async (trx) => {
    const photo = await getPhotoToDecide(trx, person, photoId, version);
    const open = await findOpenOverride(trx, photo);
    if (open === undefined) throw new AppError('wrong-state', { detail: 'nobody asked for an override' });
    if (open.askedBy === person.accountId) throw new AppError('second-person-needed');
    const { verdict } = await judgeStoredPhoto(trx, photo, isoToday(clock));
    if (answer === 'refused') {
      await trx
        .updateTable('overrides')
        .set({ answeredBy: person.accountId, answeredAt: isoNow(clock), answer })
        .where('photoId', '=', photoId)
        .where('answer', 'is', null)
        .execute();
      const subject = { kind: 'photo', id: photoId } as const;
      const event = {
        actor: person.accountId,
        action: 'photo/override-answered',
        subject,
        detail: { answer },
      } as const;
      await recordAudit(trx, clock, event);
      await updatePhoto(trx, photo, {});
    }
    const lineUpLeft = verdict.coverage.lineUp.length;
    return { state: photo.state as PhotoState, verdict: verdict.verdict, lineUpLeft, version: version + 1 };
  });
  if (answer === 'refused') return checked;
  const given = { decision: 'approve', reasonCode: 'other', note: '', version } as const;
  return { ...checked, ...(await decidePhoto(parts, person, photoId, given)) };
}
