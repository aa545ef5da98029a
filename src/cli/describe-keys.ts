import type { KeyUse, ResealReport } from '../compose-keys.ts';
import { countOf } from '../policy/sentence.ts';

/** One line for each key: its place in the ring, what it seals, and whether it may go. */
export function describeKeys(keys: readonly KeyUse[]): readonly string[] {
  return keys.map((key, index) => {
    const number = key.place === 'not-in-the-ring' ? '-' : `${index + 1}.`;
    return `${number} ${key.id}  ${placeWords[key.place]}: ${useOf(key)}`;
  });
}

const placeWords = {
  newest: 'newest, seals what comes',
  older: 'older',
  'not-in-the-ring': 'NOT IN THE KEY RING',
} as const;

function useOf({ id, files, values, rowsAlone, mayGo }: KeyUse): string {
  if (mayGo) return `nothing is sealed with it, remove it with photoward keys remove ${id}`;
  const missing = rowsAlone === 0 ? '' : `, ${countOf(rowsAlone, 'file')} missing or damaged`;
  return `${countOf(files, 'file')}, ${countOf(values, 'value')} in the database${missing}`;
}

const whyWords = {
  missing: 'is missing: put it back from a backup, or delete what it belongs to',
  damaged: 'is damaged: put it back from a backup, or delete what it belongs to',
  unreadable: 'cannot be read: look at its rights and at the disk',
  'key-missing': 'was sealed with a key that is not in the key ring',
} as const;

/** What a reseal did and found, for the standard output, and what somebody must mend, for the other. */
export function describeReseal(report: ResealReport): { results: readonly string[]; notices: readonly string[] } {
  const { files, values, left, wasStopped, keys } = report;
  const done = `Sealed anew: ${countOf(files, 'file')}, ${countOf(values, 'value')} in the database.`;
  const notices = left.map(({ kind, id, why }) => `  ${kind} ${id} ${whyWords[why]}`);
  if (left.length > 0) notices.unshift('Left as it was, under its old key:');
  if (wasStopped) notices.push('Stopped before the end. Run it again: it goes on where it was.');
  return { results: [done, ...describeKeys(keys), ...endOf(report)], notices };
}

function endOf({ keys, left, wasStopped }: ResealReport): readonly string[] {
  if (wasStopped || left.length > 0 || keys.some(({ place }) => place === 'not-in-the-ring')) return [];
  const older = keys.filter(({ place }) => place === 'older');
  if (older.length === 0 || older.some(({ mayGo }) => !mayGo)) return [];
  return [
    'All files and values were looked at again: nothing is left under an older key.',
    'Backups made before now still need it: make a new one, and keep the older key apart for as long as you keep those.',
  ];
}
