import { describe, expect, it } from 'vitest';
import { withOwnTemplates } from '../../src/detectors/engines/with-own-templates.ts';

describe('withOwnTemplates', () => {
  it('leaves out templates of other nets, and pupils who have no others', () => {
    const [own, other] = [{ model: 'a' }, { model: 'b' }];
    const about = { ageYears: 9, isAged: false };
    const gallery = new Map([
      ['sam', { ...about, templates: [other, own] }],
      ['kim', { ...about, templates: [other] }],
    ]);
    const left = withOwnTemplates(gallery, (template) => (template as { model: string }).model === 'a');
    expect([...left]).toEqual([['sam', { ...about, templates: [own] }]]);
  });
});
