import { AppError } from '../../lib/app-error.ts';
import { isoNow } from '../../lib/clock.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { changeRegister } from './change-register.ts';
import type { RegisterParts } from './parts.ts';
import { getPupil } from './store.ts';

export interface SiblingPair {
  readonly pupilId: string;
  readonly siblingId: string;
}

/** A pair is kept once, whichever of the two it is said of. */
function rowOf({ pupilId, siblingId }: SiblingPair): SiblingPair {
  const [first, second] = [pupilId, siblingId].sort();
  return { pupilId: first!, siblingId: second! };
}

/**
 * Say that two pupils are brothers or sisters. One pair at a time, so that two people who do this at once lose nothing of
 * each other; said again, nothing happens. Throws `not-found`, or `invalid-input` for a pupil and themselves.
 */
export async function addSibling(parts: RegisterParts, personId: string, pair: SiblingPair): Promise<void> {
  if (pair.pupilId === pair.siblingId) {
    throw new AppError('invalid-input', { fields: [{ path: 'siblingId', message: 'must be another pupil' }] });
  }
  await changeSiblings(parts, personId, { pair, joined: true });
}

/** Say that two pupils are no brothers or sisters; where nobody has said that they are, nothing happens. Throws `not-found`. */
export async function removeSibling(parts: RegisterParts, personId: string, pair: SiblingPair): Promise<void> {
  await changeSiblings(parts, personId, { pair, joined: false });
}

async function changeSiblings(
  parts: RegisterParts,
  personId: string,
  { pair, joined }: { readonly pair: SiblingPair; readonly joined: boolean },
): Promise<void> {
  const { pupilId, siblingId } = pair;
  await changeRegister(parts, { pupilId, actor: personId }, async (trx) => {
    await getPupil(trx, siblingId);
    const row = rowOf(pair);
    const before = await trx
      .selectFrom('pupilSiblings')
      .select('recordedAt')
      .where('pupilId', '=', row.pupilId)
      .where('siblingId', '=', row.siblingId)
      .executeTakeFirst();
    if ((before !== undefined) === joined) return { result: undefined };
    await (joined
      ? trx
          .insertInto('pupilSiblings')
          .values({ ...row, recordedAt: isoNow(parts.clock) })
          .execute()
      : trx
          .deleteFrom('pupilSiblings')
          .where('pupilId', '=', row.pupilId)
          .where('siblingId', '=', row.siblingId)
          .execute());
    const subject = { kind: 'pupil', id: pupilId } as const;
    const detail = { siblingId, joined };
    await recordAudit(trx, parts.clock, { actor: personId, action: 'pupil/siblings-changed', subject, detail });
    return { result: undefined };
  });
}
