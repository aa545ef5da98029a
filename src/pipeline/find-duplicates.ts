import type { EvidenceItem, FileEvidence } from '../policy/words/evidence.ts';
import type { Finding } from '../policy/words/finding.ts';
import { hammingDistance } from './intake/hamming-distance.ts';

/** Two pictures whose 64-bit perceptual hashes differ in at most this many bits look the same to people. */
const nearBits = 6;

interface Seen {
  readonly shownAs: string;
  readonly file: FileEvidence;
}

/** Remembers the photos of one run, and says of each whether an earlier one is the same. Notes only. */
export class DuplicateFinder {
  readonly #seen: Seen[] = [];

  /** Asked once for each photo, in the order in which they are shown. */
  note(shownAs: string, item: EvidenceItem<FileEvidence>): Finding[] {
    if (item.status !== 'observed') return [];
    const file = item.value;
    const same = this.#seen.find((one) => one.file.sha256 === file.sha256);
    const alike =
      same ?? this.#seen.find((one) => hammingDistance(one.file.perceptualHash, file.perceptualHash) <= nearBits);
    this.#seen.push({ shownAs, file });
    if (alike === undefined) return [];
    return [
      {
        code: same === undefined ? 'duplicate/near' : 'duplicate/exact',
        severity: 'note',
        subject: 'file',
        reason: same === undefined ? `Looks the same as ${alike.shownAs}.` : `The same file as ${alike.shownAs}.`,
        audience: 'everyone',
      },
    ];
  }
}
