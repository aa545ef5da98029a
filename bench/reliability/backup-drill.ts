import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { once } from 'node:events';
import path from 'node:path';
import { dataPaths } from '../../src/config/data-paths.ts';
import { restoreBackup } from '../../src/features/backup/restore-backup.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { makePhoto } from '../service/make-photo.ts';
import { openBatch, sendPhoto } from '../service/make-school.ts';
import { killHard, settingsFor, startProgram } from '../service/serve.ts';
import { siteKeys, type Site } from '../service/site.ts';
import type { Drill, Lab, PrepareDrill } from './drill.ts';
import { findFaults } from './find-faults.ts';
import { openSchool, untilSettled } from './school-drill.ts';

const photosBefore = 6;

async function runTool(
  lab: Lab,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<ReturnType<typeof startProgram>> {
  const tool = startProgram(lab.program, ['cli.js', ...args], env);
  await once(tool.child, 'spawn');
  return tool;
}

async function ended({ child, said }: ReturnType<typeof startProgram>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  if (child.exitCode !== 0) throw new Error(`it ended with ${child.exitCode}: ${said()}`);
}

async function openSchoolWithPhotos(lab: Lab): Promise<Site> {
  const data = path.join(lab.folder, 'data');
  await mkdir(data);
  const site = await openSchool({ ...lab, folder: data });
  const batchId = await openBatch(site.browser('admin'), 'Before the backup', []);
  for (let number = 0; number < photosBefore; number++) {
    await sendPhoto(site.browser('admin'), batchId, await makePhoto('hill', number));
  }
  await untilSettled(site);
  return site;
}

/** A backup is written while the service takes photos. Whatever has its name afterwards is restored and looked at. */
export const backupDrill: PrepareDrill = async (lab) => {
  const site = await openSchoolWithPhotos(lab);
  const batchId = await openBatch(site.browser('admin'), 'During the backup', []);
  let tool: ReturnType<typeof startProgram> | undefined;
  const target = path.join(lab.folder, 'school.backup');
  const look = async (): Promise<string[]> => {
    if (!existsSync(target)) return [];
    const folder = path.join(lab.folder, 'restored');
    try {
      await restoreBackup({ keys: siteKeys(), clock: systemClock, pathsOf: dataPaths }, { file: target, folder });
      return (await findFaults(folder)).filter(
        (fault) => !fault.includes('is stuck as') && !fault.includes('screened 0'),
      );
    } catch (error) {
      return [`there is a backup that cannot be restored: ${String(error)}`];
    } finally {
      await rm(folder, { recursive: true, force: true });
      await rm(target);
    }
  };
  return {
    begin: async (round) => {
      tool = await runTool(lab, ['backup', '--to', target], settingsFor(site.folder));
      sendPhoto(site.browser('admin'), batchId, await makePhoto('hill', 1_000 + round)).catch(() => undefined);
      return { ended: ended(tool) };
    },
    kill: async () => {
      if (tool !== undefined) await killHard(tool.child);
    },
    resume: async () => {
      const cut = await look();
      const again = await runTool(lab, ['backup', '--to', target], settingsFor(site.folder));
      await ended(again);
      const whole = existsSync(target) ? [] : ['no backup can be made any more'];
      const left = (await readdir(lab.folder)).filter((name) => !['data', 'school.backup'].includes(name));
      const faults = [
        ...cut,
        ...whole,
        ...(await look()),
        ...left.map((name) => `"${name}" is left beside the backup`),
      ];
      await untilSettled(site);
      return [...faults, ...(await findFaults(site.folder))];
    },
    end: async () => {
      const faults = await findFaults(site.folder);
      await site.kill();
      return faults;
    },
  };
};

/** A backup is restored. The folder must not exist, or be whole. */
export const restoreDrill: PrepareDrill = async (lab) => {
  const site = await openSchoolWithPhotos(lab);
  const file = path.join(lab.folder, 'school.backup');
  await ended(await runTool(lab, ['backup', '--to', file], settingsFor(site.folder)));
  await site.kill();
  const folder = path.join(lab.folder, 'restored');
  let tool: ReturnType<typeof startProgram> | undefined;
  const restore = () => runTool(lab, ['restore', '--from', file, '--to', folder], settingsFor(site.folder));
  const look = async (): Promise<string[]> => {
    if (!existsSync(folder)) return [];
    const faults = await findFaults(folder);
    await rm(folder, { recursive: true });
    return faults;
  };
  const drill: Drill = {
    begin: async () => {
      tool = await restore();
      return { ended: ended(tool) };
    },
    kill: async () => {
      if (tool !== undefined) await killHard(tool.child);
    },
    resume: async () => {
      const cut = await look();
      await ended(await restore());
      const whole = existsSync(folder) ? [] : ['the backup cannot be restored any more'];
      const left = (await readdir(lab.folder)).filter((name) => !['data', 'school.backup', 'restored'].includes(name));
      return [...cut, ...whole, ...(await look()), ...left.map((name) => `"${name}" is left beside the folder`)];
    },
    end: () => Promise.resolve([]),
  };
  return drill;
};
