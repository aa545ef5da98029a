import type { KeyRing } from '../../files/key-ring.ts';
import { AppError } from '../../lib/app-error.ts';
import { countByKey } from '../../store/count-by-key.ts';
import type { Queryable } from '../../store/database.ts';

/**
 * Make sure that the ring has every key that what is kept was sealed with. Without one of them part could not be opened,
 * and with none what comes now would be sealed with a key that nobody kept. Throws `file-sealed`, naming the key.
 */
export async function requireKeys(database: Queryable, keys: KeyRing): Promise<void> {
  for (const { keyId, files, values } of await countByKey(database)) {
    if (keys.ids.includes(keyId)) continue;
    throw new AppError('file-sealed', {
      detail: `key ${keyId}, for files: ${files}, values in the database: ${values}`,
    });
  }
}
