import { sql } from 'kysely';
import { createSealer, type Sealer } from '../../files/sealer.ts';
import { AppError } from '../../lib/app-error.ts';
import type { Trx } from '../../store/database.ts';
import { sealContext, sealedColumns, type SealedKind } from '../../store/sealed-columns.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import type { KeyParts, LeftAsItWas } from './parts.ts';

const together = 200;

/** Seal every value in the database anew that an older key sealed, some hundreds in a transaction. */
export async function resealValues(
  { database, keys }: Pick<KeyParts, 'database' | 'keys'>,
  signal: AbortSignal,
): Promise<{ readonly done: number; readonly left: readonly LeftAsItWas[] }> {
  const sealer = createSealer(keys);
  const left: LeftAsItWas[] = [];
  let done = 0;
  for (const kind of Object.keys(sealedColumns) as SealedKind[]) {
    for (let after: string | undefined = ''; after !== undefined && !signal.aborted;) {
      const from: string = after;
      const some = await withTransaction(database, (trx) => resealSome(trx, sealer, keys.current.id, { kind, from }));
      left.push(...some.left);
      done += some.done;
      after = some.last;
    }
  }
  return { done, left };
}

async function resealSome(
  trx: Trx,
  sealer: Sealer,
  currentId: string,
  { kind, from }: { readonly kind: SealedKind; readonly from: string },
) {
  const { table, id, column } = sealedColumns[kind];
  const { rows } = await sql<{ id: string; sealed: Uint8Array }>`
    select ${sql.ref(id)} as id, ${sql.ref(column)} as sealed from ${sql.table(table)}
    where ${sql.ref(id)} > ${from} and substr(${sql.ref(column)}, 2, 8) <> ${Buffer.from(currentId, 'hex')}
    order by ${sql.ref(id)} limit ${together}`.execute(trx);
  const left: LeftAsItWas[] = [];
  for (const row of rows) {
    const anew = sealAnew(sealer, sealContext(kind, row.id), row.sealed);
    if (typeof anew === 'string') left.push({ kind, id: row.id, why: anew });
    else {
      await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${anew} where ${sql.ref(id)} = ${row.id}`.execute(
        trx,
      );
    }
  }
  return { done: rows.length - left.length, left, last: rows.at(-1)?.id };
}

function sealAnew(sealer: Sealer, context: string, sealed: Uint8Array): Buffer | 'damaged' | 'key-missing' {
  try {
    return sealer.seal(context, sealer.open(context, sealed));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code === 'file-sealed' ? 'key-missing' : 'damaged';
  }
}
