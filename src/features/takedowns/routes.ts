import { takedownEndpoints } from '../../contract/takedowns.ts';
import { route, type Route } from '../../http/route.ts';
import { canAny } from '../../policy/rights.ts';
import { withTransaction } from '../../store/with-transaction.ts';
import { callOffTakedown } from './call-off-takedown.ts';
import { askForTakedown, assignTakedown } from './change-takedown.ts';
import { completeTakedown } from './complete-takedown.ts';
import { enqueueReplay } from './jobs.ts';
import { listTakedowns } from './list-takedowns.ts';
import { answerLook } from './answer-look.ts';
import { listLooks } from './list-looks.ts';
import type { TakedownParts } from './parts.ts';
import { previewPolicy } from './preview-policy.ts';

/** Takedowns, released photos to look at again, and judging everything again. */
export function takedownRoutes(parts: TakedownParts): readonly Route[] {
  const { database } = parts;
  return [
    route(takedownEndpoints.list, ({ person, query }) => listTakedowns(parts, person, query)),
    route(takedownEndpoints.ask, ({ person, params }) => askForTakedown(parts, person, params.releaseId)),
    route(takedownEndpoints.assign, async ({ person, params, body }) => {
      await assignTakedown(parts, person, params.takedownId, body.ownerId);
      return undefined;
    }),
    route(takedownEndpoints.complete, async ({ person, params, body }) => {
      await completeTakedown(parts, person, params.takedownId, body);
      return undefined;
    }),
    route(takedownEndpoints.callOff, async ({ person, params, body }) => {
      await callOffTakedown(parts, person, params.takedownId, body.note);
      return undefined;
    }),
    route(takedownEndpoints.listLooks, ({ person, query }) => listLooks(database, person, query)),
    route(takedownEndpoints.answerLook, ({ person, params, body }) =>
      answerLook(parts, person, params.lookId, body.answer),
    ),
    route(takedownEndpoints.replay, async ({ person }) => {
      // Every photo is judged again; of those in quarantine the number, too, is the safeguarding lead's.
      const seesAll = canAny(person.roles, 'decide-quarantined-photo');
      const { count } = await database
        .selectFrom('photos')
        .select((select) => select.fn.countAll<number>().as('count'))
        .where('state', 'not in', ['received', 'screening'])
        .$if(!seesAll, (query) => query.where('quarantined', '=', 0))
        .executeTakeFirstOrThrow();
      await withTransaction(database, (trx) => enqueueReplay(trx, parts));
      parts.wakeJobs();
      return { photos: count };
    }),
    route(takedownEndpoints.preview, ({ person, body }) => previewPolicy(parts, person, body.rules, body.days)),
  ];
}
