import { subjectRightsEndpoints } from '../../contract/subject-rights.ts';
import { route, type Route } from '../../http/route.ts';
import { copySubject } from './copy-subject.ts';
import { askErasure } from './erase-pupil.ts';
import type { SubjectRightsParts } from './parts.ts';
import { listErasures, readErasure } from './read-erasures.ts';

/** A copy of everything held on a pupil, and erasing them. */
export function subjectRightsRoutes(parts: SubjectRightsParts): readonly Route[] {
  const { database } = parts;
  return [
    route(subjectRightsEndpoints.copy, ({ person, params }) => copySubject(parts, person.accountId, params.pupilId)),
    route(subjectRightsEndpoints.erase, ({ person, params, body }) =>
      askErasure(parts, person, { ...params, ...body }),
    ),
    route(subjectRightsEndpoints.list, async () => ({ erasures: await listErasures(database) })),
    route(subjectRightsEndpoints.read, ({ params }) => readErasure(database, params.erasureId)),
  ];
}
