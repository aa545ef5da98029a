import { describe, expect, it } from 'vitest';
import { findNames, type NameCarrier } from '../../../src/policy/names/find-names.ts';
import { indexNames } from '../../../src/policy/names/index-names.ts';
import { pupilOf } from '../evidence-of.ts';

const roll = [
  pupilOf('alex', 'Alexander', 'Jones'),
  pupilOf('sian', 'Siân', "O'Brien"),
  pupilOf('lukasz', 'Łukasz', 'Wójcik'),
  pupilOf('simran', 'Simran', 'Kaur'),
  pupilOf('ming', 'Xiao Ming', 'Wang'),
  pupilOf('grace', 'Grace', 'Hill'),
  pupilOf('will', 'Will', 'Young'),
  pupilOf('anne', 'Anne-Marie', 'Smith-Jones'),
  pupilOf('mary', 'Mary', 'Jones'),
  pupilOf('chidi', 'Chidubem', 'Okonkwo-Eze', { preferred: 'Chidi' }),
  pupilOf('may', 'May', 'Rose'),
  pupilOf('sam1', 'Sam', 'Park'),
  pupilOf('sam2', 'Samuel', 'Williams'),
  pupilOf('souza', 'Lucía', "D'Souza"),
  pupilOf('llew', 'Llewelyn', 'ap Rhys', { preferred: 'Llew' }),
  pupilOf('moh', 'Mohammed Abdul', 'Rahman'),
  pupilOf('adopted', 'Tia', 'Barnes', { others: ['Tiana Marlow'] }),
  pupilOf('bjorn', 'Bjørn', 'Åkesson'),
  pupilOf('wang', '小明', '王'),
  pupilOf('cruz', 'Mateo', 'de la Cruz'),
];
const names = indexNames(roll);
const find = (text: string, carrier: NameCarrier): string[] =>
  findNames(text, { names, carrier }).map((found) => `${found.pupils.join('+')} ${found.confidence}`);

describe('whole names', () => {
  it.each<[string, NameCarrier, string]>([
    ['Alexander Jones', 'picture', 'alex certain'],
    ['JONES, ALEXANDER', 'picture', 'alex certain'],
    ['Jones Alexander', 'prose', 'alex certain'],
    ['Alex Jones won the cup', 'prose', 'alex likely'],
    ['Sandy Jones', 'picture', 'alex likely'],
    ['Alexander James Jones', 'prose', 'alex likely'],
    ['alexander jones', 'prose', 'alex certain'],
    ['Siân O’Brien', 'prose', 'sian certain'],
    ['SIAN OBRIEN', 'picture', 'sian certain'],
    ['Sian O Brien', 'picture', 'sian certain'],
    ['Wójcik Łukasz', 'prose', 'lukasz certain'],
    ['LUKASZ WOJCIK', 'picture', 'lukasz certain'],
    ['Kaur Simran', 'picture', 'simran certain'],
    ['Wang Xiaoming', 'prose', 'ming certain'],
    ['Xiao Ming Wang', 'prose', 'ming certain'],
    ['Ming Wang', 'prose', 'ming likely'],
    ['王小明', 'prose', 'wang likely'],
    ['Anne-Marie Smith-Jones', 'prose', 'anne certain'],
    ['Anne Marie Jones', 'prose', 'anne likely'],
    ['Chidi Okonkwo', 'prose', 'chidi likely'],
    ['Lucia D Souza', 'picture', 'souza certain'],
    ['LUCIA DSOUZA', 'picture', 'souza certain'],
    ['Llew ap Rhys', 'prose', 'llew certain'],
    ['Muhammad Rahman', 'prose', 'moh likely'],
    ['Abdul Rahman', 'prose', 'moh likely'],
    ['Tiana Marlow', 'prose', 'adopted likely'],
    ['Bjorn Akesson', 'picture', 'bjorn certain'],
    ['Mateo de la Cruz', 'prose', 'cruz certain'],
    ['Grace Hill and her team', 'prose', 'grace possible'],
    ['Thanks to Grace Hill and her team', 'prose', 'grace likely'],
    ['We congratulate Will Young', 'prose', 'will likely'],
    ['maryjones.jpg', 'file-name', 'mary likely'],
    ['IMG_MaryJones_2024.JPG', 'file-name', 'mary certain'],
    ['mary-jones(2).jpeg', 'file-name', 'mary certain'],
    ['2024jonesmary.png', 'file-name', 'mary likely'],
  ])('%s (%s)', (text, carrier, expected) => {
    expect(find(text, carrier)).toEqual([expected]);
  });

  it('names two pupils of one sentence apart', () => {
    expect(find('Mary Jones, Alexander Jones and Simran Kaur ran', 'prose')).toEqual([
      'mary certain',
      'alex certain',
      'simran certain',
    ]);
  });
});

describe('print that was misread', () => {
  it.each([
    ['A1exander J0nes', 'alex'],
    ['Alexancler Jones', 'alex'],
    ['ALEXANDER J0NE5', 'alex'],
    ['Rnary Jones', 'mary'],
    ['Sirnran Kaur', 'simran'],
    ['5imran Kaur', 'simran'],
    ['Chidubern Okonkw0-Eze', 'chidi'],
    ['VVill Y0ung', 'will'],
    ['Mohamrned Rahnan', 'moh'],
    ['Siân 0’Brien', 'sian'],
    ['Lukas2 W0jcik', 'lukasz'],
    ['S. J0nes', null],
    ['M J0nes', 'mary'],
  ])('%s', (text, pupil) => {
    const found = findNames(text, { names, carrier: 'picture' });
    expect(found.some((one) => one.form !== 'last' && one.pupils.includes(pupil ?? ''))).toBe(pupil !== null);
  });

  it('makes a whole name possible in typed text, and nothing else', () => {
    expect(find('A1exander J0nes', 'prose')).toEqual(['alex possible']);
    expect(find('Mohamed Rahmen and Simram Kaur', 'prose')).toEqual(['moh possible', 'simran possible']);
    expect(find('A1exander', 'prose')).toEqual([]);
    expect(find('Mary Jonas', 'tag')).toEqual(['mary possible']);
  });
});

describe('names that are written to be missed, or run together', () => {
  const zoe = pupilOf('zoe', 'Zoë', "O'Neill");
  const more = indexNames([...roll, zoe, pupilOf('max', 'Max', 'Wiśniewski'), pupilOf('jan', 'Jan', 'Petrov')]);
  it.each<[string, NameCarrier, string]>([
    ['#TeamAlexJones won!', 'prose', 'alex likely'],
    ['#teamalexjones', 'prose', 'alex possible'],
    ['Well run #alexanderjones2024', 'prose', 'alex likely'],
    ['@alexjones on the pitch', 'prose', 'alex likely'],
    ['@alex_jones', 'prose', 'alex likely'],
    ['Write to alex.jones@school.org', 'prose', 'alex likely'],
    ['alexjones07@school.org', 'prose', 'alex likely'],
    ['ajones@school.org', 'prose', 'alex+anne possible'],
    ['s.kaur@school.org', 'prose', 'simran possible'],
    ['www.school.org/pupils/alex-jones', 'prose', 'alex likely'],
    ['https://x.org/?name=Alex+Jones', 'prose', 'alex likely'],
    ['https://x.org/?name=Zo%C3%AB%20Oneill', 'prose', 'zoe certain'],
    ['Al\u200Bex\u00AD Jo\u2060nes', 'prose', 'alex likely'],
    ['Al\u115Fex Jo\u3164nes\uFFA0', 'prose', 'alex likely'],
    ['\u202EAlex\u202C Jones', 'prose', 'alex likely'],
    ['\u0410lex J\u043Enes', 'prose', 'alex likely'],
    ['\u041C\u0430\u0445 Wisniewski', 'prose', 'max certain'],
    ['\u{1D400}\u{1D425}\u{1D41E}\u{1D431} \u{1D409}\u{1D428}\u{1D427}\u{1D41E}\u{1D42C}', 'prose', 'alex likely'],
    ['Ⓐⓛⓔⓧ Ⓙⓞⓝⓔⓢ', 'prose', 'alex likely'],
    ['ᴀʟᴇx ᴊᴏɴᴇs', 'prose', 'alex likely'],
    ['Zoe\u0308 O\u02BCNeill', 'prose', 'zoe certain'],
    ['A L E X   J O N E S', 'prose', 'alex likely'],
    ['A.L.E.X J.O.N.E.S', 'prose', 'alex likely'],
    ['A L E X', 'picture', 'alex possible'],
    ['Alex "Sandy" Jones', 'prose', 'alex likely'],
    ['Alexander (Sandy) Jones', 'prose', 'alex likely'],
    ['Alexander T. R. Jones', 'prose', 'alex likely'],
    ['Alexander Thomas Robert Jones', 'prose', 'alex likely'],
    ['Alex\nJones', 'prose', 'alex likely'],
    ['Max Wisniewska', 'prose', 'max likely'],
    ['Petrova Jan', 'prose', 'jan likely'],
    ['Jones|Alex', 'tag', 'alex likely'],
    ['People/Jones/Alex', 'tag', 'alex likely'],
    ['alex_jones_2024.jpg', 'file-name', 'alex likely'],
    ['alex.jones.3b.jpg', 'file-name', 'alex likely'],
    ['alex%20jones.jpg', 'file-name', 'alex likely'],
    ['TeamAlexJonesFinal.jpg', 'file-name', 'alex likely'],
    ['teamalexjonesfinal.jpg', 'file-name', 'alex possible'],
    ['IMG_1234_SKaur.jpg', 'file-name', 'simran possible'],
    ['skaur.jpg', 'file-name', 'simran possible'],
    ['kaurs-3b.jpg', 'file-name', 'simran possible'],
    ['ZoeONeill.jpg', 'file-name', 'zoe certain'],
  ])('%s (%s)', (text, carrier, expected) => {
    const found = findNames(text, { names: more, carrier });
    expect(found.map(({ pupils, confidence }) => `${pupils.join('+')} ${confidence}`)).toEqual([expected]);
  });

  it('keep their own script where it is not a disguise', () => {
    const own = indexNames([pupilOf('vova', '\u0412\u043E\u0432\u0430', '\u0418\u0432\u0430\u043D\u043E\u0432')]);
    const found = findNames('\u0412\u041E\u0412\u0410 \u0418\u0412\u0410\u041D\u041E\u0412', {
      names: own,
      carrier: 'prose',
    });
    expect(found).toMatchObject([{ pupils: ['vova'], confidence: 'certain' }]);
  });

  it.each([
    ['祝贺王小明获奖', 'prose', 'wang:likely:full'],
    ['王小明运动会.jpg', 'file-name', 'wang:likely:full'],
    ['김민준이 우승', 'prose', 'kim:likely:full'],
    ['祝贺小明', 'prose', ''],
    ['Sportsday wangxiaomings', 'prose', ''],
  ] as const)('are found in %s though no blank parts them from the next word', (text, carrier, expected) => {
    const both = indexNames([...roll, pupilOf('kim', '민준', '김')]);
    const found = findNames(text, { names: both, carrier });
    expect(found.map(({ pupils, confidence, form }) => `${pupils.join('+')}:${confidence}:${form}`).join(' ')).toBe(
      expected,
    );
  });

  it('stay quick to look for in a long caption without blanks', () => {
    const before = performance.now();
    expect(findNames(`#${'abcdefgh'.repeat(4000)}`, { names: more, carrier: 'prose' })).toEqual([]);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

describe('pieces of patterns and words', () => {
  const short = indexNames([
    pupilOf('zoe', 'Zoë', 'Khan'),
    pupilOf('mo', 'Muhammad', 'Patel'),
    pupilOf('mia', 'Mia', 'Clarke'),
    pupilOf('ivy', 'Ivy', 'Shah'),
  ]);
  it.each(['ZO.ON', 'MO-DaCk', 'RNIA', 'MO XVII kg', '1vy.co'])('%s names nobody', (text) => {
    expect(findNames(text, { names: short, carrier: 'picture' })).toEqual([]);
  });

  it.each([
    ['Mo', 'mo'],
    ['MIA', 'mia'],
    ['M1A', 'mia'],
    ['Mia-Rose', 'mia'],
    ['Zoe.', 'zoe'],
  ])('%s is somebody', (text, pupil) => {
    expect(findNames(text, { names: short, carrier: 'picture' }).flatMap(({ pupils }) => pupils)).toEqual([pupil]);
  });
});

describe('parts of names', () => {
  it.each<[string, NameCarrier, string[]]>([
    ['Hello my name is Simran', 'picture', ['simran likely']],
    ['SIMRAN', 'picture', ['simran likely']],
    ['Simran 4B', 'picture', ['simran likely']],
    ['Sam', 'picture', ['sam1+sam2 possible']],
    ['Head Boy Llew', 'picture', ['llew likely']],
    ['Grace', 'picture', ['grace possible']],
    ['Grace', 'prose', ['grace possible']],
    ['grace', 'picture', []],
    ['JONES', 'picture', ['alex+mary possible']],
    ['Jones 7', 'picture', ['alex+mary possible']],
    ['Mr Jones', 'picture', []],
    ['Mrs A Jones', 'picture', []],
    ['A. Jones', 'picture', ['alex+anne possible']],
    ['A Hill', 'prose', []],
    ['S. O’Brien', 'picture', ['sian likely']],
    ['Kaur S', 'picture', ['simran likely']],
    ['Mary J', 'picture', ['mary likely']],
    ['Well done to Simran for a wonderful assembly', 'prose', ['simran possible']],
    ['Well done Grace for a wonderful assembly', 'prose', ['grace possible']],
    ['Mary and Grace met the mayor at the town hall', 'prose', ['mary possible', 'grace possible']],
    ['A day to remember for Mary Seacole fans of all ages', 'prose', []],
    ['simran was there', 'prose', []],
    ['Jones', 'prose', []],
    ['Simran', 'tag', ['simran likely']],
    ['simran kaur', 'tag', ['simran certain']],
  ])('%s (%s)', (text, carrier, expected) => {
    expect(find(text, carrier)).toEqual(expected);
  });
});
