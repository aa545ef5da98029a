import { sql, type RawBuilder, type SqlBool } from 'kysely';

/** Whether a column's text holds one of these, in capitals or not. */
export function holdsAny(column: string, texts: readonly string[]): RawBuilder<SqlBool> {
  const like = (value: RawBuilder<unknown>, text: string) => sql`${value} like ${`%${escapeLike(text)}%`} escape '\\'`;
  // SQLite knows capitals of plain letters alone: Élodie must be found as she is written, too.
  const tests = texts.flatMap((text) => [
    like(sql`lower(${sql.ref(column)})`, text.toLowerCase()),
    like(sql`${sql.ref(column)}`, text),
  ]);
  return sql<SqlBool>`(${sql.join(tests, sql` or `)})`;
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}
