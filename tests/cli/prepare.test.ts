import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';

/** What the package's own script says after `npm COMMAND`, in a folder without packages; it would build where it says so. */
async function prepareAfter(command: string, isBuilt: boolean): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'photoward-prepare-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  if (isBuilt) {
    await mkdir(path.join(folder, 'dist'));
    await writeFile(path.join(folder, 'dist', 'cli.js'), '');
  }
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: { prepare: string } };
  const env = { ...process.env, npm_command: command };
  const { stdout } = await promisify(execFile)('sh', ['-c', scripts.prepare], { cwd: folder, env });
  return stdout;
}

it.each([
  ['ci', true, 'is not built'],
  ['install', false, 'is not built'],
  ['exec', false, 'is not built'],
  // The first `npx photoward` in a checkout runs it too, without a word: what is built already is left alone.
  ['exec', true, ''],
])('after npm %s with dist there %s says "%s"', async (command, isBuilt, says) => {
  const said = await prepareAfter(command, isBuilt);
  if (says === '') expect(said).toBe('');
  else expect(said).toContain(says);
});
