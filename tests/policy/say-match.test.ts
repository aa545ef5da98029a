import { describe, expect, it } from 'vitest';
import { defaultSchoolPolicy } from '../../src/policy/default-school-policy.ts';
import { sayMatch } from '../../src/policy/say-match.ts';

const limits = defaultSchoolPolicy.match;
const inClass = { ageYears: 9, scale: 'register' } as const;

describe('sayMatch', () => {
  it.each([
    [0.9, 'likely'],
    [0.5, 'likely'],
    [0.4, 'possible'],
    [0.3, 'possible'],
    [0.29, 'not-alike'],
  ] as const)('calls %s %s', (score, word) => {
    expect(sayMatch(score, limits, inClass).word).toBe(word);
  });

  it('says how often each word is wrong', () => {
    expect(sayMatch(0.9, limits, inClass).meaning).toMatch(
      /^[\d.]+ in 1,000 comparisons with somebody else .* \d+ in 100 of the pupil/,
    );
    expect(sayMatch(0.1, limits, inClass).meaning).toMatch(/^\d+ in 100 of a pupil’s own photos/);
  });

  it('says other errors for small children, for a few pupils and for adults', () => {
    const settings = [
      inClass,
      { ageYears: 2, scale: 'register' },
      { ageYears: 9, scale: 'alone' },
      { ageYears: 40, scale: 'register' },
    ] as const;
    const meanings = settings.map((setting) => sayMatch(0.9, limits, setting).meaning);
    expect(new Set(meanings).size).toBe(settings.length);
    expect(sayMatch(0.9, limits, { ...inClass, ageYears: null }).meaning).toBe(meanings[0]);
  });

  it('says that the errors are not known where the matcher names no measured scale', () => {
    const unsaid = { ...inClass, scale: undefined };
    expect(sayMatch(0.9, limits, unsaid)).toEqual({ word: 'likely', meaning: 'How often this is wrong is not known.' });
  });

  it('does not claim measured errors for limits of the school’s own', () => {
    expect(sayMatch(0.9, { likely: 0.6, possible: 0.3 }, inClass).meaning).toContain('not measured');
  });
});
