import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** What the runtime of a module leaves, where nothing else switches it off, once asked for a net, in the folder for temporary files. */
async function leftBy(module: string): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'left-'));
  folders.push(folder);
  // No net at all is enough: the runtime starts before it looks at the bytes.
  const source = `const { ort, default: whole } = await import(${JSON.stringify(module)});
    await (ort ?? whole).InferenceSession.create(new Uint8Array(8)).catch(() => undefined);`;
  const env = { ...process.env, ORT_DISABLE_TELEMETRY: undefined, CI: undefined };
  const given = { cwd: root, env: { ...env, TMPDIR: folder, TEMP: folder, TMP: folder } };
  await promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source], given);
  // The loader of TypeScript keeps its own cache there.
  return (await readdir(folder)).filter((name) => !/^(tsx-|node-compile-cache)/.test(name));
}

it('leaves nothing in the folder for temporary files', { timeout: 30_000 }, async () => {
  expect(await leftBy(path.join(root, 'src/inference/onnx-runtime.ts'))).toEqual([]);
});

it('is loaded in one place', async () => {
  const found: string[] = [];
  for (const name of await readdir(path.join(root, 'src'), { recursive: true })) {
    if (!name.endsWith('.ts')) continue;
    if ((await readFile(path.join(root, 'src', name), 'utf8')).includes("'onnxruntime-node'")) found.push(name);
  }
  expect(found.map((name) => name.split(path.sep).join('/'))).toEqual(['inference/onnx-runtime.ts']);
});
