import { checkModels } from '../../pipeline/check-models.ts';
import { listPacks } from '../../pipeline/packs/list-packs.ts';

/** The shipped nets and the packs a school may add, each with the state of its file on the disk now. */
export async function listModels(packsFolder: string | undefined) {
  const nets = (await checkModels()).map(({ model, state }) => {
    const { id, file, bytes, sha256, licence, source, limits } = model;
    return { id, file, bytes, sha256, licence, source: `${source.package} ${source.version}`, limits, state };
  });
  const packs = packsFolder === undefined ? [] : await listPacks(packsFolder);
  return {
    nets,
    packs: packs.map(({ pack, state, isInUse, whyUnusable }) => {
      const { id, job, licence, author, address, notes } = pack;
      const shown = state === 'not added' ? ('not-added' as const) : state;
      return { id, job, licence, author, address, notes: [...notes], whyUnusable, state: shown, isInUse };
    }),
  };
}
