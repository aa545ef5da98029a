import { describe, expect, it } from 'vitest';
import { parseCheckArguments } from '../../src/cli/parse-check-arguments.ts';

describe('the arguments of check', () => {
  it('reads options in any order, channels more than once, and files after --', () => {
    const args = ['a.jpg', '--json', '--channel', 'website', '--channel=x', '--channel', 'x', '--', '--out', '-n.jpg'];
    expect(parseCheckArguments(args)).toMatchObject({
      paths: ['a.jpg', '--out', '-n.jpg'],
      channels: ['website', 'x'],
      json: true,
      out: undefined,
      caption: '',
    });
  });

  it.each([
    [[], 'name at least one photo or folder to check'],
    [['--json'], 'name at least one photo or folder to check'],
    [['a.jpg', '--colour'], 'colour'],
    [['a.jpg', '--out'], 'out'],
    [['a.jpg', '--out='], '--out needs a name'],
    [['a.jpg', '--json=yes'], 'json'],
    [['a.jpg', '--channel', 'Web site'], '"Web site"'],
    [['a.jpg', '--roll', 'r.txt'], 'give --register too'],
  ])('refuses %j and says why', (args, words) => {
    expect(() => parseCheckArguments(args)).toThrow(
      expect.objectContaining({ code: 'usage', detail: expect.stringContaining(words) as string }),
    );
  });
});
