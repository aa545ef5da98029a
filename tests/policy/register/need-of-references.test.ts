import { describe, expect, it } from 'vitest';
import { defaultHandlingPolicy } from '../../../src/policy/default-handling-policy.ts';
import { needOfReferences } from '../../../src/policy/register/need-of-references.ts';
import { stateOfTemplate, type TemplateState } from '../../../src/policy/register/state-of-template.ts';

describe('stateOfTemplate', () => {
  it.each([
    [{ model: 'new', unusableBy: null }, 'current'],
    // Back at the nets that made it, a mark that others left says nothing.
    [{ model: 'new', unusableBy: 'newer' }, 'current'],
    [{ model: 'old', unusableBy: null }, 'waiting'],
    [{ model: 'old', unusableBy: 'older' }, 'waiting'],
    [{ model: 'old', unusableBy: 'new' }, 'unusable'],
    [{ model: null, unusableBy: null }, 'unusable'],
  ] as const)('%j', (template, state) => {
    expect(stateOfTemplate(template, 'new')).toBe(state);
  });
});

describe('needOfReferences', () => {
  const young = '2026-03-01';
  const ageing = '2025-06-01';
  const old = '2024-06-01';
  const need = (...photos: readonly (readonly [string, TemplateState])[]) =>
    needOfReferences(
      photos.map(([addedOn, template]) => ({ addedOn, template })),
      '2026-03-02',
      defaultHandlingPolicy,
    );

  it('asks for a photo where none is compared, where those compared are old, and where one is of no use', () => {
    expect(need([young, 'unusable'])).toBe('none-usable');
    expect(need([young, 'unusable'], [young, 'waiting'])).toBe('some-unusable');
    expect(need([young, 'unusable'], [old, 'current'])).toBe('aged');
    expect(need([young, 'unusable'], [ageing, 'current'])).toBe('ageing');
    expect(need([old, 'unusable'], [young, 'current'])).toBe('some-unusable');
  });

  it('asks for nothing without photos, with a new one, and while they wait to be made again', () => {
    expect(need()).toBeNull();
    expect(need([young, 'current'], [old, 'current'])).toBeNull();
    expect(need([old, 'waiting'])).toBeNull();
    expect(need([old, 'waiting'], [young, 'current'])).toBeNull();
  });
});
