import { z } from 'zod';
import type { Sealer } from '../../files/sealer.ts';
import { sealContext } from '../../store/sealed-columns.ts';

const note = z.strictObject({ recipient: z.string(), told: z.string() });

/** The words of a disclosure, which name people and say why. */
export type Note = z.infer<typeof note>;

/** Seal the words, for the disclosure of this id alone. */
export function sealNote(sealer: Sealer, disclosureId: string, { recipient, told }: Note): Buffer {
  return sealer.sealText(sealContext('disclosure', disclosureId), JSON.stringify({ recipient, told }));
}

/** The words again. Throws `file-sealed` or `file-damaged`. */
export function openNote(sealer: Sealer, disclosureId: string, sealed: Uint8Array): Note {
  return note.parse(JSON.parse(sealer.openText(sealContext('disclosure', disclosureId), sealed)));
}
