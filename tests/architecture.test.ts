import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const src = path.join(import.meta.dirname, '..', 'src');

/** Room -> rooms it may import. A room may always import itself; `policy/words` stands for the shared vocabulary. */
const arrows: Record<string, readonly string[]> = {
  'main.ts': ['compose-service.ts', 'config', 'demo', 'lib'],
  'cli.ts': ['cli', 'compose.ts', 'lib'],
  cli: ['compose.ts', 'compose-tools.ts', 'compose-keys.ts', 'main.ts', 'pipeline', 'policy', 'lib'],
  'compose.ts': ['*'],
  'compose-service.ts': ['*'],
  'compose-tools.ts': ['*'],
  'compose-keys.ts': ['*'],
  'service-parts.ts': ['*'],
  'service-routes.ts': ['*'],
  'service-jobs.ts': ['*'],
  config: ['lib'],
  contract: ['policy/words', 'lib'],
  policy: ['lib'],
  pipeline: ['detectors', 'inference', 'policy', 'store', 'files', 'lib'],
  detectors: ['inference', 'policy/words', 'lib'],
  inference: ['lib'],
  jobs: ['policy', 'store', 'lib'],
  features: ['http', 'pipeline', 'policy', 'contract', 'store', 'files', 'jobs', 'lib'],
  store: ['policy/words', 'lib'],
  files: ['lib'],
  http: ['contract', 'policy', 'lib'],
  web: ['contract'],
  demo: ['contract', 'pipeline', 'policy/words', 'config', 'lib'],
  lib: [],
};

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => /\.tsx?$/.test(file));

const roomOf = (file: string): string => file.split('/')[0]!;

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(src, file), 'utf8');
  const found = text.matchAll(/(?:from\s+|import\s*\(\s*|import\s+|new URL\(\s*)['"](\.{1,2}\/[^'"]+)['"]/g);
  return [...found].map((match) => path.posix.normalize(path.posix.join(path.posix.dirname(file), match[1]!)));
}

function isAllowed(from: string, to: string): boolean {
  const [fromRoom, toRoom] = [roomOf(from), roomOf(to)];
  if (toRoom.startsWith('..')) return true; // models/ and package.json: data, not code
  if (fromRoom === toRoom) return fromRoom !== 'features' || from.split('/')[1] === to.split('/')[1];
  const allowed = arrows[fromRoom] ?? [];
  if (allowed.includes('*') || allowed.includes(toRoom)) return true;
  return toRoom === 'policy' && allowed.includes('policy/words') && to.startsWith('policy/words/');
}

/** A moment's first ten letters are its UTC day, which is not the school's in summer. These may, and say why. */
const mayCutDays = [
  'lib/school-day.ts',
  'policy/register/csv-values.ts',
  'policy/register/consents-from-record.ts',
  'pipeline/open-gallery.ts',
  'web/register/in-one-year.ts',
];

it('takes days from the clock of the school', () => {
  const cutting = files.filter((file) => readFileSync(path.join(src, file), 'utf8').includes('.slice(0, 10)'));
  expect(cutting.filter((file) => !mayCutDays.includes(file))).toEqual([]);
});

describe('imports go one way', () => {
  it.each(files)('%s', (file) => {
    expect(arrows, `src/${roomOf(file)} is not a room`).toHaveProperty([roomOf(file)]);
    const wrong = importsOf(file).filter((to) => !isAllowed(file, to));
    expect(wrong, `${file} may not import`).toEqual([]);
  });

  it('keeps files at most three deep', () => {
    expect(files.filter((file) => file.split('/').length > 3)).toEqual([]);
  });
});
