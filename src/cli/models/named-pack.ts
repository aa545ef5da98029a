import { AppError } from '../../lib/app-error.ts';
import { findPack, modelPacks, type ModelPack } from '../../pipeline/packs/known-packs.ts';

/** The one pack a command names. Throws `usage`, with the names there are. */
export function namedPack(positionals: readonly string[]): ModelPack {
  const [id, ...rest] = positionals;
  const pack = id === undefined || rest.length > 0 ? undefined : findPack(id);
  if (pack === undefined) {
    const known = modelPacks.map((one) => one.id).join(', ');
    throw new AppError('usage', { detail: `name one of the packs ${known}` });
  }
  return pack;
}
