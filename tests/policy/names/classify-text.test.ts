import { describe, expect, it } from 'vitest';
import { classifyText } from '../../../src/policy/names/classify-text.ts';

describe('classifyText', () => {
  it.each([
    [
      'email',
      [
        'jo.bloggs@example.org',
        'jo @ example . co . uk',
        'Sam_J+4%x-y@a-b.c',
        'siân@ysgol.cymru',
        'mail a@b.c now',
        'jo @example.org',
        'jo@ example.org',
      ],
    ],
    [
      'web',
      [
        ...['www.oakfield.sch.uk', 'www oakfield', 'WWW. OAKFIELD', 'oakfield.sch.uk', 'https://example.com/x'],
        ...[
          'http: //x.y',
          'see (oakfield.org)',
          'oakfield . com',
          'ysgol.cymru/newyddion',
          'a-1.b.c.wales',
          'x/oak.io',
        ],
      ],
    ],
    [
      'handle',
      [
        ...['@oakfield_pe', '@ oakfield', '(@oak', 'on:@oak', 'Insta: oakfield.pe', 'instagram/oak', 'SNAPCHAT : oak'],
        ...['snap:@oak', 'tiktok: oak', 'discord:oak', 'twitter/oak', 'facebook: oak', 'fb:oak', 'ig: @oak', '@siân'],
        ...['x.com/oak', 't.me/oak', 'wa.me/447700900123'],
      ],
    ],
    [
      'phone',
      [
        ...['Tel 01234 567890', '01792 12345', '(029) 2018 0000', '0300 123 4567', '07700-900.123', '0800 123 4567'],
        ...['+44 7700 900 123', '+ 44 7700 900123', '+44 (0)7700 900123', '0044 7700 900123', 'O77OO 9OO123'],
        ...['0l792 l23456', 'call 07700900123!'],
      ],
    ],
    [
      'postcode',
      [
        ...['SW1A 1AA', 'SW1A1AA', 'B1 1BB', 'M60 1NW', 'CF10 3NQ', 'GIR 0AA', 'at SA1 1AA, Abertawe', 'sa1 1aa'],
        ...['CFlO 3NQ', 'CF1O 3NQ', 'CF10 INQ', ' CFI0 3NQ '],
      ],
    ],
    ['plate', ['AB12 CDE', 'AB12CDE', 'GB AB12 CDE', 'UKAB12 CDE', 'ABO1 CDE', ' AB1I CDE ']],
    [
      'other',
      [
        ...['jo@example', '@', 'a @ b', 'name@ school', 'Well done.Great', 'St. Mary', 'Mr. Young', '10.30', 'Year 6'],
        ...['end.walesa', 'x.com', 'a.ukulele', 'Snap! Game', 'insta', 'big: oak', '@ok', 'a@oak'],
        ...['0 1 2 3 4 5 6 7 8 9 10', '01234 5678', '04234 567890', '1234 567890', '2024-06-15 10:30:00'],
        ...['012345678901234', '0 7 7 0 0 9 0 0 1 2 3', '100 m', '14/06/2024', '9780000000000'],
        ...['SA1 1A', 'SA1 1CA', 'SA1 1AI', 'SAA1 1AA', 'CFlO 3NQ now', 'CFlO INQ', 'y6 2nd', 'Y6 4th', 'p5 3RD'],
        ...['AB12 CDEF', 'AB12 CDE now', 'at AB12 CDE', 'AB123 CDE', 'A12 CDE', 'SPORTS DAY 2024', ''],
      ],
    ],
  ])('of %s', (kind, texts) => {
    for (const text of texts) expect([text, classifyText(text)]).toEqual([text, kind]);
  });
});
