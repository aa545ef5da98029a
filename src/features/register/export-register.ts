import { isoToday } from '../../lib/clock.ts';
import { writeCsv } from '../../lib/write-csv.ts';
import { readRegister } from '../../pipeline/read-register.ts';
import { computeRegister } from '../../policy/register/compute-register.ts';
import { groupBy } from '../../policy/group-by.ts';
import type { SignedIn } from '../../http/signed-in.ts';
import { recordAudit } from '../../store/record-audit.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import type { RegisterParts } from './parts.ts';
import { shownReason } from './shown-reason.ts';
import { openChannelIds } from './store.ts';

const heading = [
  'pupil_id', 'first_name', 'last_name', 'preferred_name', 'other_names', 'class', 'year_group', 'date_of_birth',
  'date_of_leaving', 'biometric',
] as const; // prettier-ignore

/** All pupils, and for each open channel "permitted" or why not, as CSV. That it was made is recorded. */
export async function exportRegister(parts: RegisterParts, person: SignedIn) {
  const { database, clock } = parts;
  const today = isoToday(clock);
  const channels = await openChannelIds(database);
  const record = await readRegister(database, today);
  const entries = groupBy(computeRegister(record, today), (entry) => entry.pupil.id);
  const rows = record.pupils.map((pupil) => {
    const own = entries.get(pupil.id) ?? [];
    const standing = channels.map((channel) => {
      const entry = own.find((one) => one.channels.includes(channel));
      return entry === undefined ? 'permitted' : shownReason(entry.reason, person);
    });
    const { first, last, preferred, others } = pupil.name;
    return [
      ...[pupil.schoolNumber, first, last, preferred ?? null, others.join(';')],
      ...[pupil.className ?? null, pupil.yearGroup, pupil.dateOfBirth ?? null, pupil.leftOn],
      ...[record.biometric.get(pupil.id) ?? 'not-asked', ...standing],
    ];
  });
  await withTransaction(database, (trx) =>
    recordAudit(trx, clock, {
      actor: person.accountId,
      action: 'export/made',
      subject: { kind: 'school', id: '1' },
      detail: { what: 'register', pupils: rows.length },
    }),
  );
  const csv = writeCsv([[...heading, ...channels.map((channel) => `channel:${channel}`)], ...rows]);
  return { mediaType: 'text/csv', content: Buffer.from(csv), fileName: `photoward-register-${today}.csv` };
}
