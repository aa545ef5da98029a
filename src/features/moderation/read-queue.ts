import { sql, type ExpressionBuilder } from 'kysely';
import type { SignedIn } from '../../http/signed-in.ts';
import { AppError } from '../../lib/app-error.ts';
import { isId } from '../../lib/new-id.ts';
import type { Coverage } from '../../policy/words/finding.ts';
import type { Database } from '../../store/database.ts';
import type { Tables } from '../../store/tables/index.ts';

/** Blocked photos come before the others; within each the longest waiting first. */
const urgencies = ['block', 'other'] as const;
type Urgency = (typeof urgencies)[number];

interface Place {
  readonly urgency: Urgency;
  readonly since: string;
  readonly id: string;
}

function readPlace(after: string): Place {
  const [urgency, since, id, ...rest] = after.split('~');
  const isUrgency = (text: string | undefined): text is Urgency => urgencies.some((one) => one === text);
  if (!isUrgency(urgency) || since === undefined || id === undefined || !isId(id) || rest.length > 0) {
    throw new AppError('invalid-input', { fields: [{ path: 'after', message: 'is not the "next" of an answer' }] });
  }
  return { urgency, since, id };
}

type PhotoExpression = ExpressionBuilder<Tables, 'photos'>;

/** The faces of the photo as uploaded; null where they could not be looked for. */
const facesFound = (where: PhotoExpression) =>
  where
    .selectFrom('evidenceItems')
    .select(sql<number>`json_array_length(item_json, '$.value')`.as('count'))
    .whereRef('evidenceItems.photoId', '=', 'photos.id')
    .where('evidenceItems.outputId', 'is', null)
    .where('evidenceItems.name', '=', 'faces')
    .where('evidenceItems.status', '=', 'observed');

const facesDrawn = (where: PhotoExpression) =>
  where
    .selectFrom('drawnFaces')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .whereRef('drawnFaces.photoId', '=', 'photos.id')
    .where('drawnFaces.removedAt', 'is', null);

function findQueued(database: Database, urgency: Urgency, after: Place | undefined, limit: number) {
  return database
    .selectFrom('photos')
    .innerJoin('batches', 'batches.id', 'photos.batchId')
    .innerJoin('accounts', 'accounts.id', 'photos.uploadedBy')
    .leftJoin('verdicts', 'verdicts.id', 'photos.currentVerdictId')
    .leftJoin('photoOutputs', 'photoOutputs.id', 'photos.currentOutputId')
    .select(['photos.id', 'photos.batchId', 'photos.stateChangedAt', 'photos.uploadedBy', 'photos.previewFileId'])
    .select([
      'photos.version',
      'photos.cleanFileId',
      'photos.currentOutputId',
      'batches.title',
      'batches.eventDate',
      'accounts.displayName',
    ])
    .select(['verdicts.verdict', 'verdicts.coverageJson', 'photoOutputs.isUnseen'])
    .select((where) => [facesFound(where).as('facesFound'), facesDrawn(where).as('facesDrawn')])
    .where('photos.state', '=', 'flagged')
    .where('photos.quarantined', '=', 0)
    .where((where) =>
      urgency === 'block'
        ? where('verdicts.verdict', '=', 'block')
        : where.or([where('verdicts.verdict', '<>', 'block'), where('verdicts.verdict', 'is', null)]),
    )
    .$if(after !== undefined, (query) =>
      query.where((where) =>
        where.or([
          where('photos.stateChangedAt', '>', after!.since),
          where.and([where('photos.stateChangedAt', '=', after!.since), where('photos.id', '>', after!.id)]),
        ]),
      ),
    )
    .orderBy('photos.stateChangedAt')
    .orderBy('photos.id')
    .limit(limit)
    .execute();
}

type Row = Awaited<ReturnType<typeof findQueued>>[number];

function describe(row: Row, person: SignedIn) {
  const coverage = row.coverageJson === null ? null : (JSON.parse(row.coverageJson) as Coverage);
  const lineUpLeft = coverage?.lineUp.length ?? 0;
  const isChanged = row.currentOutputId !== null;
  return {
    id: row.id,
    batchId: row.batchId,
    batchTitle: row.title,
    eventDate: row.eventDate,
    verdict: row.verdict,
    stateChangedAt: row.stateChangedAt,
    uploadedBy: row.displayName,
    isMine: row.uploadedBy === person.accountId,
    lineUpLeft,
    hasPreview: row.previewFileId !== null,
    isEasy: row.verdict !== 'block' && row.verdict !== null && lineUpLeft === 0 && row.isUnseen !== 1,
    isChanged,
    facesToCover: isChanged || row.cleanFileId === null ? 0 : (row.facesFound ?? 0) + (row.facesDrawn ?? 0),
    version: row.version,
  };
}

/** Changed pictures that are made and checked now. */
async function countBeingMade(database: Database): Promise<number> {
  const { count } = await database
    .selectFrom('photos')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', 'in', ['received', 'screening'])
    .where('currentOutputId', 'is not', null)
    .where('quarantined', '=', 0)
    .executeTakeFirstOrThrow();
  return count;
}

/** One page of what waits for a decision. Throws `invalid-input` for a cursor that is not ours. */
export async function readQueue(
  database: Database,
  person: SignedIn,
  page: { readonly after?: string | undefined; readonly limit: number },
) {
  const after = page.after === undefined ? undefined : readPlace(page.after);
  const rows: (Row & { readonly urgency: Urgency })[] = [];
  for (const urgency of urgencies.slice(after === undefined ? 0 : urgencies.indexOf(after.urgency))) {
    const place = after?.urgency === urgency ? after : undefined;
    const found = await findQueued(database, urgency, place, page.limit + 1 - rows.length);
    rows.push(...found.map((row) => ({ ...row, urgency })));
    if (rows.length > page.limit) break;
  }
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  const hasMore = rows.length > page.limit && last !== undefined;
  return {
    items: shown.map((row) => describe(row, person)),
    beingMade: await countBeingMade(database),
    next: hasMore ? `${last.urgency}~${last.stateChangedAt}~${last.id}` : null,
  };
}
