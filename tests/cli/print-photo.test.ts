import { describe, expect, it } from 'vitest';
import { exitCodeFor, noCounts, sayCounts } from '../../src/cli/count-verdicts.ts';
import { safeForTerminal } from '../../src/cli/print-photo.ts';

describe('what is printed for people', () => {
  it('takes from file names whatever a terminal would obey', () => {
    expect(safeForTerminal('a\u001b[2Jb\nc\u202egpj.jpg Zoë 照片')).toBe('a\ufffd[2Jb\ufffdc\ufffdgpj.jpg Zoë 照片');
  });

  it('counts in words', () => {
    expect(sayCounts({ ...noCounts(), clear: 1 })).toBe('1 photo: 1 clear, 0 to review, 0 blocked.');
    expect(sayCounts({ clear: 2, review: 3, block: 1, failed: 2 })).toBe(
      '6 photos: 2 clear, 3 to review, 1 blocked. 2 could not be checked in full.',
    );
  });

  it.each([
    [{}, 0],
    [{ clear: 5 }, 0],
    [{ clear: 5, review: 1 }, 1],
    [{ clear: 5, block: 1 }, 1],
    [{ review: 1, failed: 1 }, 2],
    [{ clear: 5, block: 2, failed: 1 }, 2],
  ])('turns %j into exit code %i', (counts, code) => {
    expect(exitCodeFor({ ...noCounts(), ...counts })).toBe(code);
  });
});
