import { utimes } from 'node:fs/promises';
import { isoNow, systemClock } from '../../src/lib/clock.ts';
import { addPerson, makeSchool } from '../service/make-school.ts';
import { inside, siteOf, type Site } from '../service/site.ts';
import { until } from '../service/until.ts';
import type { Drill, Lab } from './drill.ts';
import { findFaults, listOrphans } from './find-faults.ts';

const longAgo = new Date('2020-01-01');

/** A school with an administrator and a colleague who moderates and keeps the register. */
export async function openSchool({ program, folder }: Lab): Promise<Site> {
  const site = siteOf(program, folder);
  await site.start();
  await makeSchool(site);
  await addPerson(site, 'colleague', ['moderator', 'office', 'staff']);
  return site;
}

/** Wait until nothing is left to do. What a job was put off for is due at once, so that nobody has to wait for it. */
export async function untilSettled(site: Site): Promise<void> {
  const isSettled = async (): Promise<boolean> =>
    await inside(site.folder, async ({ store: { database } }) => {
      const open = await database
        .selectFrom('jobs')
        .select(['id', 'state', 'runAfter', 'attempts'])
        .where('state', 'in', ['waiting', 'running'])
        .execute();
      const now = isoNow(systemClock);
      const late = open.filter(
        ({ state, runAfter, attempts }) => state === 'waiting' && runAfter > now && attempts > 0,
      );
      for (const { id } of late)
        await database.updateTable('jobs').set({ runAfter: now }).where('id', '=', id).execute();
      // What is planned for a later day is not waited for.
      return open.every(({ state, runAfter, attempts }) => state === 'waiting' && runAfter > now && attempts === 0);
    });
  await until('all jobs are done', isSettled, 100);
}

/** What a drill of the service adds to what is the same for all. */
interface OwnPart extends Pick<Drill, 'begin'> {
  /** What people do after the restart, e.g. send again what was not answered. */
  readonly again?: (round: number) => Promise<void>;
  /** What is wrong when nothing is left to do. */
  readonly check: (round: number) => Promise<readonly string[]>;
}

/** A drill in which the service itself is killed and started again. */
export function schoolDrill(site: Site, own: OwnPart): Drill {
  return {
    begin: own.begin,
    kill: site.kill,
    resume: async (round) => {
      await site.start();
      await own.again?.(round);
      await untilSettled(site);
      return [...(await own.check(round)), ...(await findFaults(site.folder))];
    },
    end: async () => {
      await site.kill();
      for (const file of await listOrphans(site.folder)) await utimes(file, longAgo, longAgo);
      await site.start();
      await untilSettled(site);
      const faults = await findFaults(site.folder);
      const orphans = await listOrphans(site.folder);
      await site.kill();
      return [...faults, ...orphans.map((file) => `${file} belongs to nothing and is kept`)];
    },
  };
}
