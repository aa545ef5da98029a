import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { randomFrom } from '../../eval/text/random.ts';
import type { Outcome } from './drill.ts';
import { drills } from './drills.ts';
import { runDrill } from './run-drill.ts';

const usage = `npm run reliability -- [--times N] [--seed N] [--only NAME,NAME]

Kills the real service with kill -9, N times (default 50) in the middle of each of: ${Object.keys(drills).join(', ')};
starts it again each time and looks whether anything was lost, doubled, broken or wrongly released. Exit code 1 when so.
`;

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: Object.keys(drills).join(',') },
    help: { type: 'boolean' },
  },
});

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function tabulate(outcomes: readonly Outcome[]): void {
  say('\n| operation | kills in the middle | kills after the end | takes, uncut | faults |');
  say('| --- | --- | --- | --- | --- |');
  for (const { name, cuts, late, spanMs, faults } of outcomes) {
    say(`| ${name} | ${cuts} | ${late} | ${(spanMs / 1_000).toFixed(2)} s | ${faults.length} |`);
  }
}

async function runAll(names: readonly string[]): Promise<Outcome[]> {
  const program = { folder: path.join(import.meta.dirname, '..', '..', 'dist') };
  const outcomes: Outcome[] = [];
  for (const name of names) {
    const prepare = drills[name];
    if (prepare === undefined) throw new Error(`there is no drill "${name}"`);
    const folder = await mkdtemp(path.join(tmpdir(), `photoward-${name}-`));
    try {
      const lab = { program, folder, random: randomFrom(Number(values.seed)) };
      outcomes.push(await runDrill(name, prepare, lab, Number(values.times), say));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return outcomes;
}

if (values.help === true) say(usage);
else {
  const outcomes = await runAll(values.only.split(','));
  tabulate(outcomes);
  process.exitCode = outcomes.some(({ faults }) => faults.length > 0) ? 1 : 0;
}
