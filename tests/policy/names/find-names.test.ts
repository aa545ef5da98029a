import { describe, expect, it } from 'vitest';
import { findNames, type NameCarrier } from '../../../src/policy/names/find-names.ts';
import { indexNames } from '../../../src/policy/names/index-names.ts';
import { pupilOf } from '../evidence-of.ts';
import { schoolPage, wallTexts } from './school-page.ts';

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

  it('is left alone in typed text', () => {
    expect(find('A1exander J0nes', 'prose')).toEqual([]);
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

describe('false alarms', () => {
  const first =
    'Will Grace Mark May Rose Hope Faith Joy Art Summer Charlotte Alice Victoria William Florence Anne Mary Henry Elizabeth George David Jack Olivia ' +
    'Poppy Willow Amber Holly Lily Daisy Iris Violet Oak Ash Rowan Hazel Robin Matilda Penny Guy Harry Leo Max Dean Dan Tom Carter Parker Taylor Ben Sam Mia';
  const last =
    'Young Hill Patel Park Rose Street Day Hall West King Wood Green White Brown Black Long Best Porter Tanner Turner Silver Waters Carter Parker Smith Jones';
  const lasts = last.split(' ');
  const wide = indexNames(first.split(' ').map((name, at) => pupilOf(`p${at}`, name, lasts[at % lasts.length]!)));

  it('finds nobody on a page of ordinary school text', () => {
    const found = schoolPage.split('\n').flatMap((line) => findNames(line, { names: wide, carrier: 'prose' }));
    expect(found.map((one) => one.part)).toEqual([]);
    expect(findNames(schoolPage, { names: wide, carrier: 'prose' }).map((one) => one.part)).toEqual([]);
  });

  it('names nobody by what walls and shirts say', () => {
    const found = wallTexts.flatMap((text) => findNames(text, { names: wide, carrier: 'picture' }));
    expect(found.map((one) => one.part)).toEqual([]);
  });

  it.each([
    'IMG_2034.JPG',
    'DSC00012.jpg',
    'summer fair 2024 - 12.jpg',
    'PXL_20240614_101112.jpg',
    'sports-day-will-it-rain.png',
  ])('names nobody by the file name %s', (text) => {
    expect(findNames(text, { names: wide, carrier: 'file-name' })).toEqual([]);
  });
});
