import { describe, expect, it } from 'vitest';
import { defaultSchoolPolicy } from '../../src/policy/default-school-policy.ts';
import { parsePolicy, schoolPolicySchema } from '../../src/policy/parse-policy.ts';

describe('a policy file', () => {
  it('may change as little as one entry, and is then not called the default', () => {
    const policy = parsePolicy({ match: { likely: 0.7 } });
    expect(policy.match).toEqual({ ...defaultSchoolPolicy.match, likely: 0.7 });
    expect(policy.version).toBe('default-1, changed');
    expect(parsePolicy({ version: 'oak-3', devices: [{ make: 'Canon', model: 'R6' }] })).toMatchObject({
      version: 'oak-3',
      devices: [{ make: 'Canon', model: 'R6' }],
    });
  });

  it('that says nothing is the default, which is itself within the limits', () => {
    expect(parsePolicy({})).toEqual(defaultSchoolPolicy);
    expect(schoolPolicySchema.parse(defaultSchoolPolicy)).toEqual(defaultSchoolPolicy);
  });

  it.each([
    [null, 'must be an object'],
    [[], 'must be an object'],
    ['strict', 'must be an object'],
    [{ matching: {} }, 'matching'],
    [{ match: { liekly: 0.5 } }, 'liekly'],
    [{ match: { likely: '0.5' } }, 'match.likely'],
    [{ match: 3 }, 'match'],
    [{ match: { possible: 0.8 } }, '"possible" must not be above "likely"'],
    // A limit nobody can reach would turn the check off without saying so.
    [{ match: { likely: 1 } }, 'match.likely'],
    [{ attire: { nudity: 1 } }, 'attire.nudity'],
    [{ attire: { swimwear: 2 } }, 'attire.swimwear'],
    [{ text: { readable: 1 } }, 'text.readable'],
    [{ faces: { certain: 1 } }, 'faces.certain'],
    [{ match: { recognisablePx: 100_000 } }, 'match.recognisablePx'],
    [{ devices: [{ make: 'Canon' }] }, 'devices.0.model'],
    [{ copyrightHolders: [''] }, 'copyrightHolders.0'],
    [{ version: '' }, 'version'],
    [{ match: null }, 'match'],
  ])('is refused: %j names %s', (json, part) => {
    expect(() => parsePolicy(json)).toThrow(
      expect.objectContaining({ code: 'policy-invalid', detail: expect.stringContaining(part) as string }),
    );
  });

  it('names every entry to mend at once', () => {
    expect(() => parsePolicy({ match: { likely: 2 }, text: { readable: -1 } })).toThrow(
      expect.objectContaining({ detail: expect.stringMatching(/match\.likely.*; text\.readable/) as string }),
    );
  });
});
