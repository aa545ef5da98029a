import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { drills } from '../../bench/reliability/drills.ts';
import { runDrill } from '../../bench/reliability/run-drill.ts';
import { randomFrom } from '../../eval/text/random.ts';
import { builtFolder } from '../support/built-folders.ts';

// `npm run reliability` does the same many times over.
it.each(Object.keys(drills))('loses and breaks nothing when killed: %s', { timeout: 300_000 }, async (name) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'photoward-drill-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const said: string[] = [];
  const lab = { program: { folder: builtFolder }, folder, random: randomFrom(7) };
  const { cuts, faults } = await runDrill(name, drills[name]!, lab, 2, (line) => said.push(line));
  expect(faults).toEqual([]);
  // A machine that became quicker after the first round may make some kills come too late.
  expect(cuts, said.join('\n')).toBeGreaterThan(0);
});
