import { clockOf, openScreening } from '../compose.ts';
import { AppError } from '../lib/app-error.ts';
import { isoToday } from '../lib/clock.ts';
import { enrolRegister, type Enrolment } from '../pipeline/enrol-register.ts';
import { makeFolder } from '../pipeline/make-folder.ts';
import { openRelease } from '../pipeline/open-release.ts';
import type { Screening } from '../pipeline/screening.ts';
import { whoToCompare } from '../pipeline/who-to-compare.ts';
import type { Facts } from '../policy/words/rule.ts';
import { checkPhotos, type CheckedPhoto, type CheckRun } from './check-photos.ts';
import { exitCodeFor, noCounts, sayCounts } from './count-verdicts.ts';
import { describePhoto } from './describe-photo.ts';
import type { ExitCode } from './exit-code.ts';
import { factsForCheck } from './facts-for-check.ts';
import { listPhotos } from './list-photos.ts';
import type { Surroundings } from './output.ts';
import { parseCheckArguments, type CheckArguments } from './parse-check-arguments.ts';
import { printPhoto } from './print-photo.ts';
import { readRegisterFolder, type RegisterFolder } from './read-register-folder.ts';
import { requireOwnFolder } from './require-own-folder.ts';
import { startProgress } from './start-progress.ts';

async function enrol(
  screening: Screening,
  facts: Facts,
  folder: RegisterFolder | null,
  { env, signal }: Surroundings,
): Promise<Enrolment | null> {
  if (folder === null) return null;
  const today = isoToday(clockOf(env));
  const enrolment = await enrolRegister(screening, [...facts.register, ...facts.offRoll], folder.photos, today, signal);
  screening.useGallery(enrolment.gallery);
  return enrolment;
}

async function openDrawFolder(folder: string | undefined): Promise<string | null> {
  if (folder === undefined) return null;
  await makeFolder(folder).catch((cause: unknown) => {
    throw new AppError('file-unreadable', { cause, detail: `the folder ${folder} could not be made` });
  });
  return folder;
}

/** Only a photo with faces tells how far the register was covered. */
const showsFaces = ({ screened: { evidence } }: CheckedPhoto): boolean =>
  evidence.faces.status === 'observed' && evidence.faces.value.length > 0;

/** Prints each photo as it comes. On a terminal the rows wait for the progress bar to go. */
async function report(run: CheckRun, json: boolean, { output }: Surroundings): Promise<ExitCode> {
  const counts = noCounts();
  let coverage = '';
  const print = (photo: CheckedPhoto): void => {
    counts[photo.verdict.verdict] += 1;
    if (photo.error !== null) counts.failed += 1;
    else if (coverage === '' || showsFaces(photo)) coverage = photo.verdict.coverage.line;
    output.result(json ? JSON.stringify(describePhoto(photo)) : printPhoto(photo, output.resultsOnTerminal));
  };
  const progress = startProgress(
    run.files.length,
    output,
    'Checking [{bar}] {value} of {total} photos, {eta_formatted} left',
  );
  const held: CheckedPhoto[] = [];
  try {
    for await (const photo of checkPhotos({ ...run, onScreened: progress.step })) {
      if (progress.isShown && output.resultsOnTerminal) held.push(photo);
      else print(photo);
    }
  } finally {
    progress.stop();
    held.forEach(print);
    if (!json) output.result(`\n${coverage === '' ? '' : `${coverage}\n`}${sayCounts(counts)}`);
  }
  return exitCodeFor(counts);
}

async function runCheck(
  given: CheckArguments,
  files: readonly string[],
  screening: Screening,
  around: Surroundings,
): Promise<ExitCode> {
  const { output, signal } = around;
  const folder = given.register === undefined ? null : await readRegisterFolder(given.register);
  const facts = await factsForCheck(given, folder?.parsed ?? null);
  const drawFolder = await openDrawFolder(given.draw);
  await screening.ready();
  const enrolment = await enrol(screening, facts, folder, around);
  for (const warning of [...(folder?.warnings ?? []), ...(enrolment?.warnings ?? [])]) {
    output.notice(`Warning: ${warning}`);
  }
  const compare = whoToCompare(facts, enrolment?.gallery ?? null);
  const release = given.out === undefined ? null : await openRelease(given.out);
  try {
    const run = { files, screening, facts, compare, release, drawFolder, signal, onScreened: () => undefined };
    return await report(run, given.json, around);
  } finally {
    await release?.close();
  }
}

/** `photoward check`. Throws AppError for what keeps the whole run from starting. */
export async function checkCommand(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  const given = parseCheckArguments(args);
  const env = given.workers === undefined ? around.env : { ...around.env, PHOTOWARD_WORKERS: given.workers };
  const files = await listPhotos(given.paths);
  await requireOwnFolder(given.out, files);
  // The processes load their nets while the register and the rest are read.
  const screening = openScreening(env, files.length);
  try {
    return await runCheck(given, files, screening, around);
  } finally {
    await screening.close();
  }
}
