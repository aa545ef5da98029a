import { describe, expect, it } from 'vitest';
import { mergeUnknown } from '../../src/policy/merge-unknown.ts';
import { unknownFinding } from '../../src/policy/unknown-finding.ts';
import type { Finding } from '../../src/policy/words/finding.ts';

const note: Finding = {
  code: 'a/b',
  severity: 'note',
  subject: 'photo',
  reason: 'Not known: x. Y.',
  audience: 'everyone',
};
const open = (id: string, because: string): Finding => unknownFinding({ id, asks: `whether ${id} is there` }, because);

describe('open questions with one reason', () => {
  it('become one, in the place of the first', () => {
    const merged = mergeUnknown([open('a', 'It is off.'), open('b', 'It broke.'), open('c', 'It is off.'), note]);
    expect(merged.map(({ reason }) => reason)).toEqual([
      'Not known: whether a is there and whether c is there. It is off.',
      'Not known: whether b is there. It broke.',
      note.reason,
    ]);
    expect(merged.map(({ severity }) => severity)).toEqual(['unknown', 'unknown', 'note']);
  });

  it('leaves a single question, and what is worded otherwise, alone', () => {
    const other: Finding = { ...note, severity: 'unknown', reason: 'Face 1 was not compared.' };
    expect(mergeUnknown([open('a', 'It is off.'), other, other])).toEqual([open('a', 'It is off.'), other, other]);
  });
});
