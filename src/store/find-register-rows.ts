import type { Selectable } from 'kysely';
import type { Queryable } from './database.ts';
import type {
  BiometricRecordRow,
  ConsentRow,
  PupilObjectionRow,
  PupilRow,
  RestrictionRow,
} from './tables/register-tables.ts';
import type { ChannelRow } from './tables/school-tables.ts';

/** Everything recorded that the register is computed from; histories in the order they were recorded. */
export interface RegisterRows {
  readonly pupils: readonly Selectable<PupilRow>[];
  /** Both ways. */
  readonly siblings: readonly { readonly pupilId: string; readonly siblingId: string }[];
  readonly consents: readonly Selectable<ConsentRow>[];
  readonly objections: readonly Selectable<PupilObjectionRow>[];
  /** Without the sealed reason, which no computation needs. */
  readonly restrictions: readonly Omit<Selectable<RestrictionRow>, 'sealedReason'>[];
  readonly parents: readonly { readonly pupilId: string; readonly guardianId: string }[];
  readonly biometricRecords: readonly Selectable<BiometricRecordRow>[];
  /** Every channel that is or was open. */
  readonly channels: readonly Selectable<ChannelRow>[];
}

/** The rows for these pupils, or for everybody, leavers too. */
export async function findRegisterRows(database: Queryable, pupilIds?: readonly string[]): Promise<RegisterRows> {
  // An empty list is not valid SQL everywhere; no id is empty.
  const ids = pupilIds === undefined ? undefined : pupilIds.length === 0 ? [''] : [...pupilIds];
  return { ...(await findPeople(database, ids)), ...(await findAnswers(database, ids)) };
}

async function findPeople(database: Queryable, ids: string[] | undefined) {
  const pupils = await database
    .selectFrom('pupils')
    .selectAll()
    .$if(ids !== undefined, (query) => query.where('id', 'in', ids!))
    .orderBy('lastName')
    .orderBy('firstName')
    .orderBy('id')
    .execute();
  const pairs = await database
    .selectFrom('pupilSiblings')
    .select(['pupilId', 'siblingId'])
    .$if(ids !== undefined, (query) =>
      query.where((where) => where.or([where('pupilId', 'in', ids!), where('siblingId', 'in', ids!)])),
    )
    .execute();
  const parents = await database
    .selectFrom('pupilGuardians')
    .select(['pupilId', 'guardianId'])
    .where('isParent', '=', 1)
    .$if(ids !== undefined, (query) => query.where('pupilId', 'in', ids!))
    .execute();
  const siblings = pairs.flatMap(({ pupilId, siblingId }) => [
    { pupilId, siblingId },
    { pupilId: siblingId, siblingId: pupilId },
  ]);
  return { pupils, siblings, parents };
}

async function findAnswers(database: Queryable, ids: string[] | undefined) {
  const consents = await database
    .selectFrom('consents')
    .selectAll()
    .where('retractedAt', 'is', null)
    .$if(ids !== undefined, (query) => query.where('pupilId', 'in', ids!))
    .orderBy('id')
    .execute();
  const objections = await database
    .selectFrom('pupilObjections')
    .selectAll()
    .$if(ids !== undefined, (query) => query.where('pupilId', 'in', ids!))
    .orderBy('id')
    .execute();
  const restrictions = await database
    .selectFrom('restrictions')
    .select(['id', 'pupilId', 'startsOn', 'endsOn', 'recordedAt', 'recordedBy', 'liftedAt', 'liftedBy'])
    .$if(ids !== undefined, (query) => query.where('pupilId', 'in', ids!))
    .orderBy('id')
    .execute();
  const biometricRecords = await database
    .selectFrom('biometricRecords')
    .selectAll()
    .$if(ids !== undefined, (query) => query.where('pupilId', 'in', ids!))
    .orderBy('id')
    .execute();
  const channels = await database
    .selectFrom('channels')
    .selectAll()
    .where('state', 'in', ['open', 'closed'])
    .orderBy('id')
    .execute();
  return { consents, objections, restrictions, biometricRecords, channels };
}
