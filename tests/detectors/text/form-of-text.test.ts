import { describe, expect, it } from 'vitest';
import { formOfText } from '../../../src/detectors/text/form-of-text.ts';

describe('formOfText', () => {
  it.each([
    ['office@stmarys.devon.sch.uk', 'email'],
    ['a.smith @ school.org', 'email'],
    ['www.stmarys.sch.uk', 'web'],
    ['stmarys.co.uk', 'web'],
    ['https://example.org/x', 'web'],
    ['@stmarys_pe', 'handle'],
    ['01392 555 012', 'phone'],
    ['+44 20 7946 0958', 'phone'],
    ['(0161) 496 0000', 'phone'],
    ['EX4 3SR', 'postcode'],
    ['SW1A1AA', 'postcode'],
    ['AB12 CDE', 'plate'],
    ['GB ABI2 CDE', 'plate'],
    ['Hello my name is', 'name'],
    ['awarded to', 'name'],
    ['Certificate of Achievement', 'name'],
    ['Amelia Clarke', 'other'],
    ['2014-2015', 'other'],
    ['0 1 2 3 4 5 6 7', 'other'],
    ['Year 6 B', 'other'],
  ])('%s is %s', (text, kind) => {
    expect(formOfText(text)).toBe(kind);
  });
});
