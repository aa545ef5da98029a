import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/lib/app-error.ts';
import { parseRegisterCsv } from '../../../src/policy/register/parse-register-csv.ts';

function problemOf(text: string): string {
  try {
    parseRegisterCsv(text);
  } catch (error) {
    if (error instanceof AppError && error.code === 'register-invalid') return error.detail ?? '';
    throw error;
  }
  throw new Error('the register was accepted');
}

const full = `pupil_id,first_name,last_name,preferred_name,other_names,class,date_of_birth,siblings,restricted,biometric,channel:website,channel:Local Press
p1,Samuel,Jones,Sam,"Sammy; Sam Smith",4B,2015-04-30,p2,no,granted,permitted,refused
p2,Ali,Jones,,,4B,1/9/2016,p1;p9,yes,,permitted,permitted
p3,Khadija,Begum,,,5A,,,,parents-notified,,withdrawn
p4,Jo,Li,,,5A,,,,yes,yes,yes
`;

describe('a full register', () => {
  it('has every pupil with every name', () => {
    const parsed = parseRegisterCsv(full);
    expect(parsed.pupils[0]).toEqual({
      id: 'p1',
      name: { first: 'Samuel', last: 'Jones', preferred: 'Sam', others: ['Sammy', 'Sam Smith'] },
      className: '4B',
      dateOfBirth: '2015-04-30',
      siblings: ['p2'],
    });
    expect(parsed.pupils[1]).toMatchObject({ dateOfBirth: '2016-09-01', siblings: ['p1', 'p9'] });
    expect(parsed.pupils[2]).toEqual({
      id: 'p3',
      name: { first: 'Khadija', last: 'Begum', others: [] },
      className: '5A',
      siblings: [],
    });
    expect(parsed.unusedColumns).toEqual([]);
    expect(parsed.channels).toEqual(['website', 'local-press']);
  });

  it('holds who may not appear where, and not who may', () => {
    const parsed = parseRegisterCsv(full);
    expect(parsed.register.map(({ pupil, reason, channels }) => [pupil.id, reason, channels])).toEqual([
      ['p1', 'refused', ['local-press']],
      ['p2', 'restricted', ['website', 'local-press']],
      ['p3', 'no-record', ['website']],
      ['p3', 'withdrawn', ['local-press']],
    ]);
    expect([...parsed.biometric.values()]).toEqual(['granted', 'not-asked', 'parents-notified', 'granted']);
  });
});

describe('lenient reading', () => {
  it.each([
    [
      'a byte order mark, CRLF and other headings',
      '\uFEFFUPN,Forename,Surname,Website\r\nA123,Sam,Jones,Refused\r\n',
      'refused',
    ],
    [
      'semicolons, as Excel writes in some countries',
      'Pupil ID;Name;website\nA123;Sam Jones;No\nA124;Jo Li;refused\n',
      'refused',
    ],
    ['tabs, and the last name first', 'id\tName\tchannel:website\nA123\tJones, Sam\tobjected\n', 'pupil-objected'],
    [
      'blank lines and spaces',
      '\n\nid, first, last ,channel: website\n\n A123 , Sam , Jones , no record \n\n',
      'no-record',
    ],
    [
      'a first line that says what parts the cells, behind a byte order mark',
      '\uFEFFsep=;\nid;name;website\nA123;Sam Jones;refused\n',
      'refused',
    ],
    ['a quoted comma', 'id,name,website\nA123,"Jones, Sam",expired\n', 'expired'],
  ])('%s', (_, text, reason) => {
    const { pupils, register } = parseRegisterCsv(text);
    expect(pupils[0]).toMatchObject({ id: 'A123', name: { first: 'Sam', last: 'Jones' } });
    expect(register[0]).toMatchObject({ reason, channels: ['website'] });
  });

  it('takes a column of consent words for a channel, but not other columns of yes and no', () => {
    const text = 'id,name,notes,sen,website\n1,Sam Jones,likes cake,no,permitted\n2,Jo Li,,yes,refused\n';
    expect(parseRegisterCsv(text).channels).toEqual(['website']);
  });

  it('bars everybody from the public when nothing is said about channels', () => {
    const { channels, register } = parseRegisterCsv('id,name\n1,Sam Jones\n2,Jo Li\n');
    expect(channels).toEqual(['public']);
    expect(register.map(({ reason }) => reason)).toEqual(['no-record', 'no-record']);
  });

  it('reads what our own export made harmless', () => {
    expect(parseRegisterCsv("id,name\n1,'=Sam Jones\n").pupils[0]?.name).toMatchObject({
      first: '=Sam',
      last: 'Jones',
    });
  });

  it('names columns that mean nothing to it, so that no consent column is lost in silence', () => {
    const parsed = parseRegisterCsv('id,name,website,channel:press,house\n1,Sam Jones,no,no,Red\n');
    expect(parsed.unusedColumns).toEqual(['website', 'house']);
    expect(parsed.channels).toEqual(['press']);
  });
});

describe('the name in a single column', () => {
  it.each([
    ['Sam Jones', { first: 'Sam', last: 'Jones' }],
    ['Mary Ann  van Jones', { first: 'Mary Ann van', last: 'Jones' }],
    ['"Jones , Mary Ann"', { first: 'Mary Ann', last: 'Jones' }],
    ['Pelé', { first: 'Pelé', last: 'Pelé' }],
    ['"Jones, Sam, Lee"', { first: 'Sam Lee', last: 'Jones' }],
    ['"Sam Jones,"', { first: 'Sam', last: 'Jones,' }],
    ['", Sam Jones"', { first: ', Sam', last: 'Jones' }],
  ])('%s', (cell, name) => {
    expect(parseRegisterCsv(`id,name\n1,${cell}\n`).pupils[0]?.name).toEqual({ ...name, others: [] });
  });

  it('yields to the two columns where both are filled, and stands in where one is empty', () => {
    const names = parseRegisterCsv('id,first,last,name\n1,Sam,Jones,Sue Li\n2,Sam,,Sue Li\n3,,Jones,Sue Li\n').pupils;
    expect(names.map(({ name: { first, last } }) => `${first} ${last}`)).toEqual(['Sam Jones', 'Sue Li', 'Sue Li']);
  });
});

describe('lists in a cell', () => {
  it('are parted by semicolons; nobody is their own sibling', () => {
    const [pupil] = parseRegisterCsv(
      'id,name,other names,siblings\np1,Sam Jones, Sammy ;; Sam Smith;, p2 ;p1;\n',
    ).pupils;
    expect(pupil).toMatchObject({ name: { others: ['Sammy', 'Sam Smith'] }, siblings: ['p2'] });
  });
});

describe('refusals', () => {
  it.each([
    ['', 'there are no pupils in it'],
    ['id,name\n', 'there are no pupils in it'],
    ['name,website\nSam Jones,no\n', 'no column pupil_id'],
    ['id,first_name\n1,Sam\n', 'no columns first_name and last_name'],
    ['id,name,pupil_id\n1,Sam Jones,2\n', 'two columns mean the same'],
    ['id,name,channel:web,channel:Web\n1,Sam Jones,no,no\n', 'is there twice'],
    ['id,name,channel:\n1,Sam Jones,no\n', 'has no name'],
    ['id,first,last\n1,Sam,\n', 'line 2: first name and last name are both needed'],
    ['id,name\n,Sam Jones\n', 'line 2: no pupil id'],
    ['id,name\n../../etc,Sam Jones\n', 'line 2: the pupil id may hold only'],
    ['id,name\nCON,Sam Jones\n', 'line 2: the pupil id may hold only'],
    ['id,name\na/b,Sam Jones\n', 'line 2: the pupil id may hold only'],
    ['id,name\np1,Sam Jones\nP1,Jo Li\n', 'line 3: the same pupil id as line 2'],
    ['id,name,restricted\n1,Sam Jones,perhaps\n', 'line 2: restricted must be yes or no'],
    ['id,name,biometric\n1,Sam Jones,maybe\n', 'line 2: biometric must be'],
    ['id,name,dob\n1,Sam Jones,31/02/2015\n', 'line 2: the date of birth is not a date'],
    ['id,name,channel:web\n1,Sam Jones,refusd\n', 'line 2: web must be permitted'],
    ['id,name,web\n1,A B,refused\n2,C D,refusd\n3,E F,permitted\n', 'line 3: web must be permitted'],
    ['id,name\n1,Sam Jones,extra\n', 'line 2: not as many cells as headings'],
    ['id,name\n1,Sam Jones,extra\n2,Jo Li\n3\n', 'line 2: not as many cells as headings; line 4: not as many'],
    ['id,name\n1,"Sam Jones\n', 'check the quotes'],
  ])('%j: %s', (text, problem) => {
    expect(problemOf(text)).toContain(problem);
  });

  it('collects every problem, with line numbers that survive blank lines, and none of the names', () => {
    const problem = problemOf('id,name,restricted\n\n1,Sam Jones,perhaps\n\n,Jo Li,no\n');
    expect(problem).toContain('line 3: restricted');
    expect(problem).toContain('line 5: no pupil id');
    expect(problem).not.toMatch(/Sam|Jones|Li/);
  });

  it('shows the first twenty of many', () => {
    const problems = (count: number): string =>
      problemOf(`id,name\n${Array.from({ length: count }, (_, at) => `,Pupil ${at}`).join('\n')}\n`);
    expect(problems(50)).toMatch(/^(?:line \d+: no pupil id; ){20}and 30 more$/);
    expect(problems(20)).toMatch(/line 21: no pupil id$/);
    expect(problems(21)).toMatch(/; and 1 more$/);
  });

  it('say of missing columns only that they are missing', () => {
    expect(problemOf('name\nSam Jones\n')).toBe('line 1: no column pupil_id');
  });
});

it('either reads a file whole or refuses it, whatever is in it', () => {
  const cell = fc.constantFrom(
    '1',
    'p2',
    'Sam',
    'Jones',
    '',
    'yes',
    'refused',
    '"',
    ';',
    ',',
    '\n',
    '=1+1',
    '../x',
    'é',
    '\u0000',
  );
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 30 }), (cells) => {
      try {
        const { pupils } = parseRegisterCsv(`id,name,channel:web\n${cells.join(',')}`);
        expect(pupils.length).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toMatchObject({ code: 'register-invalid' });
      }
    }),
  );
});
