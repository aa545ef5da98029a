import { readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { modelsFolder } from '../../src/inference/manifest.ts';
import { requireSoundModels } from '../../src/pipeline/require-sound-models.ts';
import { freshFolder } from '../support/service/fresh-vault.ts';

/** The shipped files in a folder of their own, where they can be harmed. */
function shippedFiles(): string {
  const folder = freshFolder();
  for (const name of readdirSync(modelsFolder)) symlinkSync(path.join(modelsFolder, name), path.join(folder, name));
  return folder;
}

it('takes the shipped files as they are, without any pack', async () => {
  await expect(requireSoundModels(freshFolder(), shippedFiles())).resolves.toBeUndefined();
});

it.each(['fr_landmark.onnx', 'ocr_keys.txt', 'attire_head.json', 'card_head.json', 'text_likelihood.json'])(
  'names %s when it is altered or gone',
  async (name) => {
    const folder = shippedFiles();
    const [file, bytes] = [path.join(folder, name), readFileSync(path.join(modelsFolder, name))];
    rmSync(file);
    await expect(requireSoundModels(freshFolder(), folder)).rejects.toMatchObject({
      code: 'model-missing',
      detail: name,
    });
    // One bit, where a letter of the encoded numbers stays one.
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(file, bytes);
    await expect(requireSoundModels(freshFolder(), folder)).rejects.toMatchObject({
      code: 'model-altered',
      detail: name,
    });
  },
);

it.each([
  ['a pack that is not there', { detection: null, matching: 'sface' }, 'model-missing'],
  ['a pack that is not known', { detection: 'another', matching: null }, 'model-missing'],
  ['a choice that cannot be read', { detection: 1 }, 'model-altered'],
])('refuses %s', async (_, choice, code) => {
  const packs = freshFolder();
  writeFileSync(path.join(packs, 'in-use.json'), JSON.stringify(choice));
  await expect(requireSoundModels(packs)).rejects.toMatchObject({ code });
});
