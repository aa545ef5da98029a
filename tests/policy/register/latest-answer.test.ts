import { describe, expect, it } from 'vitest';
import type { Consent } from '../../../src/policy/register/consent.ts';
import { latestAnswer } from '../../../src/policy/register/latest-answer.ts';

type Given = Pick<Consent, 'from' | 'status'>;

const permitted = { status: 'permitted', from: '2026-03-01' } as const;
const refused = { status: 'refused', from: '2026-05-01' } as const;

describe('latestAnswer', () => {
  it.each<[string, readonly Given[], Given['status']]>([
    ['the later of two days', [permitted, refused], 'refused'],
    ['the later day in whatever order', [refused, permitted], 'refused'],
    ['a later "yes"', [{ ...permitted, from: '2026-06-01' }, refused], 'permitted'],
    ['a later "yes" in whatever order', [refused, { ...permitted, from: '2026-06-01' }], 'permitted'],
    ['the stricter of one day', [{ ...permitted, from: '2026-05-01' }, refused], 'refused'],
    ['the stricter of one day in whatever order', [refused, { ...permitted, from: '2026-05-01' }], 'refused'],
    [
      'a withdrawal before a permission of that day',
      [permitted, { status: 'withdrawn', from: '2026-03-01' } as const],
      'withdrawn',
    ],
    ['a refusal before a withdrawal of that day', [{ ...refused, status: 'withdrawn' } as const, refused], 'refused'],
    ['a refusal before a withdrawal, turned round', [refused, { ...refused, status: 'withdrawn' } as const], 'refused'],
    ['the last of three', [refused, permitted, { ...permitted, from: '2026-04-01' }], 'refused'],
  ])('is %s', (_, answers, status) => {
    expect(latestAnswer(answers).status).toBe(status);
  });

  it('is the first recorded of two that say the same on one day', () => {
    const [one, other] = [
      { ...refused, id: 1 },
      { ...refused, id: 2 },
    ];
    expect(latestAnswer([one, other])).toBe(one);
  });
});
