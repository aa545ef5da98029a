import type { Database } from '../../store/database.ts';

const pageSize = 1_000;

/** The log as lines of JSON, oldest first, page by page, so that its size does not matter. */
export async function* exportAudit(database: Database): AsyncGenerator<string> {
  let seen = 0;
  for (;;) {
    const page = await database
      .selectFrom('auditEvents')
      .selectAll()
      .where('seq', '>', seen)
      .orderBy('seq')
      .limit(pageSize)
      .execute();
    yield page.map((event) => `${JSON.stringify(event)}\n`).join('');
    if (page.length < pageSize) return;
    seen = page.at(-1)!.seq;
  }
}
