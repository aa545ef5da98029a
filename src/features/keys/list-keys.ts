import { readFileKeyId } from '../../files/reseal-file.ts';
import { AppError } from '../../lib/app-error.ts';
import { countByKey } from '../../store/count-by-key.ts';
import type { KeyParts } from './parts.ts';

/** One key and what is sealed with it. */
export interface KeyUse {
  readonly id: string;
  readonly place: 'newest' | 'older' | 'not-in-the-ring';
  /** Files on the disk, by what stands in them. */
  readonly files: number;
  /** Face templates, reasons and secrets in the database. */
  readonly values: number;
  /** Rows that name it for a file that is not there, or that has another key by now. */
  readonly rowsAlone: number;
  /** Nothing kept needs it. Older backups still may. */
  readonly mayGo: boolean;
}

/** Every key of the ring in its order, then those that are used without being in it. Reads the head of each file. */
export async function listKeys(parts: KeyParts): Promise<readonly KeyUse[]> {
  const { keys } = parts;
  const [onDisk, inDatabase] = [await countOnDisk(parts), await countByKey(parts.database)];
  const others = [...onDisk.keys(), ...inDatabase.map(({ keyId }) => keyId)].filter((id) => !keys.ids.includes(id));
  return [...new Set([...keys.ids, ...others])].map((id) => {
    const row = inDatabase.find(({ keyId }) => keyId === id);
    const [files, values] = [onDisk.get(id) ?? 0, row?.values ?? 0];
    const rowsAlone = Math.max(0, (row?.files ?? 0) - files);
    const place = id === keys.current.id ? 'newest' : keys.ids.includes(id) ? 'older' : 'not-in-the-ring';
    return { id, place, files, values, rowsAlone, mayGo: place === 'older' && files + values + rowsAlone === 0 };
  });
}

async function countOnDisk({ vault, vaultFolder }: KeyParts): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for await (const ref of vault.list()) {
    try {
      const id = await readFileKeyId(vaultFolder, ref);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    } catch (error) {
      if (!(error instanceof AppError)) throw error; // erased meanwhile or damaged: no key opens it
    }
  }
  return counts;
}
