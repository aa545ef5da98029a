import { importEndpoints } from '../../contract/register-imports.ts';
import { route, type Route } from '../../http/route.ts';
import type { PlannedAnswer } from '../../policy/register/compare-consent-list.ts';
import type { ListedAnswer } from '../../policy/register/read-consent-list.ts';
import { abandonImport } from './abandon-import.ts';
import { applyImport } from './apply-import.ts';
import { checkConsentImport } from './check-consent-import.ts';
import { checkPupilImport } from './check-pupil-import.ts';
import { importPortraits } from './import-portraits.ts';
import { describeImport, getImport, listImports, readImportLines } from './import-store.ts';
import type { RegisterPhotoParts } from './parts.ts';
import { singleUpload } from './store-photo.ts';
import { readUndo, undoImport } from './undo-import.ts';

/** An answer of a line; lists from before answers were compared with their own words have only new ones. */
function describeAnswer({ channelId, answer, repeats, ends }: Partial<PlannedAnswer> & ListedAnswer) {
  return { channelId, answer, isSaidAgain: repeats != null, ends: ends ?? null };
}

/** Imports from the school's own system: first a dry run, then whole or not at all. */
export function importRoutes(parts: RegisterPhotoParts): readonly Route[] {
  const { database } = parts;
  return [
    route(importEndpoints.checkPupils, ({ person, body, uploads }) =>
      checkPupilImport(parts, person.accountId, singleUpload(uploads, 'file'), body),
    ),
    route(importEndpoints.checkConsents, ({ person, body, uploads }) =>
      checkConsentImport(parts, person.accountId, singleUpload(uploads, 'file'), body),
    ),
    route(importEndpoints.portraits, ({ person, uploads, signal }) =>
      importPortraits(parts, person.accountId, singleUpload(uploads, 'file'), signal),
    ),
    route(importEndpoints.list, ({ query }) => listImports(database, query)),
    route(importEndpoints.read, async ({ params }) => describeImport(await getImport(database, params.importId))),
    route(importEndpoints.listLines, async ({ params, query }) => {
      await getImport(database, params.importId);
      const lines = await readImportLines(database, params.importId, { ...query, limit: query.limit + 1 });
      const page = lines.slice(0, query.limit);
      return {
        items: page.map(({ line, change, pupilId, pupil, after, changed, problems, answers }) => ({
          ...{ line, change, pupilId, pupil, changed: [...changed], problems: [...problems] },
          answers: answers?.map(describeAnswer) ?? [],
          after: after === null ? null : { ...after, otherNames: [...after.otherNames] },
        })),
        next: lines.length > page.length ? String(page.at(-1)!.place) : null,
      };
    }),
    route(importEndpoints.apply, ({ person, params }) => applyImport(parts, person.accountId, params.importId)),
    route(importEndpoints.readUndo, ({ person, params }) => readUndo(parts, person.accountId, params.importId)),
    route(importEndpoints.undo, ({ person, params, body }) =>
      undoImport(parts, person.accountId, params.importId, body.basis),
    ),
    route(importEndpoints.abandon, async ({ person, params }) => {
      await abandonImport(parts, person.accountId, params.importId);
      return undefined;
    }),
  ];
}
