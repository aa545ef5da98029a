/** Why a file is not sent. */
export type LeftOutBecause = 'too-large' | 'too-many' | 'empty' | 'not-picture';

export interface SortedFiles {
  readonly chosen: readonly File[];
  readonly leftOut: readonly { readonly name: string; readonly because: LeftOutBecause }[];
}

export interface SendLimits {
  /** Photos that still fit into the batch. */
  readonly room: number;
  readonly bytesPerPhoto: number;
}

/** The same file chosen twice: the browser gives no better mark of one than these. */
const keyOf = ({ name, size, lastModified }: File): string => `${name}/${size}/${lastModified}`;

/** Cameras and Windows give some photos no type at all; those the service looks into. */
const mayBePicture = ({ type }: File): boolean => type === '' || type.startsWith('image/');

/**
 * Add files to those chosen before. What the service would refuse for its size or number is told before it is sent; a
 * file chosen twice counts once. Pure.
 */
export function sortFiles(before: readonly File[], added: readonly File[], limits: SendLimits): SortedFiles {
  const chosen = new Map(before.map((file) => [keyOf(file), file]));
  const leftOut: { name: string; because: LeftOutBecause }[] = [];
  for (const file of added) {
    if (chosen.has(keyOf(file))) continue;
    const because = whyLeftOut(file, chosen.size, limits);
    if (because === null) chosen.set(keyOf(file), file);
    else leftOut.push({ name: file.name, because });
  }
  return { chosen: [...chosen.values()], leftOut };
}

function whyLeftOut(file: File, chosen: number, { room, bytesPerPhoto }: SendLimits): LeftOutBecause | null {
  if (!mayBePicture(file)) return 'not-picture';
  if (file.size === 0) return 'empty';
  if (file.size > bytesPerPhoto) return 'too-large';
  return chosen >= room ? 'too-many' : null;
}
