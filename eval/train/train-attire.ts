import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { attireHeadFile } from '../../src/detectors/attire/attire-heads.ts';
import { modelsFolder } from '../../src/inference/manifest.ts';
import { readLabelledPhotos } from '../attire/labelled-photos.ts';
import { fitAttire } from './fit-attire.ts';
import { gatherSquares } from './gather-squares.ts';

/**
 * Fits the heads of the attire detector on the odd photos of each activity and writes them with their model card.
 * The same photos give the same file.
 */
export async function trainAttire(
  dataFolder: string,
  outFile = path.join(modelsFolder, attireHeadFile),
): Promise<void> {
  const photos = (await readLabelledPhotos(dataFolder)).filter(({ half }) => half === 'odd');
  await writeFile(outFile, fitAttire(await gatherSquares(photos), photos));
  process.stdout.write(`${outFile}\n`);
}
