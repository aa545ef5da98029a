import { describe, expect, it } from 'vitest';
import { decodeTable } from '../../src/lib/decode-table.ts';

const table = 'id;name\r\n1;Zoë Ó Sé\r\n';
const utf16le = Buffer.from(`\ufeff${table}`, 'utf16le');

describe('a table from any program', () => {
  it.each([
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${table}`)],
    ['Windows-1252', Buffer.from(table, 'latin1')],
    ['UTF-16, little end first', utf16le],
    ['UTF-16, big end first', Buffer.from(utf16le).swap16()],
    ['UTF-16 without its mark', utf16le.subarray(2)],
    ['UTF-16, big end first, without its mark', Buffer.from(utf16le.subarray(2)).swap16()],
    ['accents beside their letters', Buffer.from(table.normalize('NFD'))],
    ['blanks that do not break, and marks of no width', Buffer.from(table.replace(' Ó', '\u00a0\u200bÓ'))],
  ])('keeps every letter of %s', (_, bytes) => {
    expect(decodeTable(bytes)).toBe(table);
  });
});

it('reads the letters and apostrophes that Windows has and Latin-1 has not', () => {
  const bytes = Buffer.from('O\x92Neill,\x8Aimon,\x9Eofia,\x8Cuvre,\x80', 'latin1');
  expect(decodeTable(bytes)).toBe('O’Neill,Šimon,žofia,Œuvre,€');
});
