import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { samplePeople } from '../../src/demo/sample-people.ts';
import { buildPages } from '../../tests/support/browser/build-pages.ts';
import { launchBrowser } from '../../tests/support/browser/launch-browser.ts';
import { findSampleIds } from './find-sample-ids.ts';
import { pagesOf } from './pages-of.ts';
import { serveSample } from './serve-sample.ts';
import { signInTo, takePictures, type Taken } from './take-pictures.ts';

const usage = `npm run screenshots -- --out FOLDER [--only TEXT] [--data FOLDER] [--language cy]

Starts the sample school, signs in as each role, and writes a picture of every page and of the dialogs that matter, 1440
and 390 pixels wide, light and dark. --only: pictures whose name holds this text. --data keeps the sample school in a
folder, so that the next run need not make it again. --language: the language of the pages, en unless said.
`;

/** One account for each role; the first who holds it. */
const people = (['admin', 'office', 'dsl', 'moderator', 'staff'] as const).map((role) => ({
  role,
  email: samplePeople.find(({ key }) => key === role)!.email,
}));

interface Wanted {
  readonly out: string;
  readonly only: string;
  readonly language: string;
}

async function takeAll({ out, only, language }: Wanted, dataFolder: string): Promise<Taken[]> {
  await buildPages();
  const school = await serveSample(dataFolder);
  const browser = await launchBrowser();
  try {
    const taken: Taken[] = [];
    const anonymous = await signInTo(browser, school.origin, { language });
    taken.push(
      ...(await takePictures(anonymous, [{ name: 'nobody sign-in', address: '/sign-in', isWhole: true }], {
        out,
        only,
      })),
    );
    for (const { role, email } of people) {
      const page = await signInTo(browser, school.origin, {
        language,
        as: { email, password: school.password },
      });
      const ids = await findSampleIds(school, email);
      taken.push(...(await takePictures(page, pagesOf(role, ids), { out, only })));
      await page.context().close();
    }
    return taken;
  } finally {
    await browser.close();
    await school.stop();
  }
}

async function main(): Promise<void> {
  const options = {
    out: { type: 'string' },
    only: { type: 'string', default: '' },
    data: { type: 'string' },
    language: { type: 'string', default: 'en' },
    help: { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ options });
  if (values.help || values.out === undefined) {
    (values.help ? process.stdout : process.stderr).write(usage);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const out = path.resolve(values.out);
  await mkdir(out, { recursive: true });
  const data = values.data === undefined ? await mkdtemp(path.join(tmpdir(), 'photoward-')) : path.resolve(values.data);
  try {
    const taken = await takeAll({ out, only: values.only, language: values.language }, data);
    const bad = taken.filter(({ problems }) => problems.length > 0);
    await writeFile(
      path.join(out, 'problems.txt'),
      bad.map(({ name, problems }) => `${name}: ${problems.join('; ')}\n`).join(''),
    );
    process.stdout.write(`${taken.length} pictures in ${out}; ${bad.length} with problems, listed in problems.txt.\n`);
    process.exitCode = bad.length > 0 ? 1 : 0;
  } finally {
    if (values.data === undefined) await rm(data, { recursive: true, force: true });
  }
}

await main();
