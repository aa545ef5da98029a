import { describe, expect, it } from 'vitest';
import { findNames, type NameCarrier } from '../../../src/policy/names/find-names.ts';
import { indexNames } from '../../../src/policy/names/index-names.ts';
import { pupilOf } from '../evidence-of.ts';

const names = indexNames([
  pupilOf('alex', 'Alexander', 'Jones'),
  pupilOf('sian', 'Siân', "O'Brien"),
  pupilOf('lukasz', 'Łukasz', 'Wójcik'),
  pupilOf('simran', 'Simran', 'Kaur'),
]);
const find = (text: string, carrier: NameCarrier): string[] =>
  findNames(text, { names, carrier }).map((found) => `${found.pupils.join('+')} ${found.confidence}`);

describe('names as a website would show them', () => {
  it.each<[string, NameCarrier, string]>([
    ['Alex&shy;ander Jones', 'prose', 'alex certain'],
    ['Alex&shyander Jo&zwj;nes', 'prose', 'alex certain'],
    ['Sim<b>ran</b> K&#97;ur', 'prose', 'simran certain'],
    ['&#83;imran &#x4B;aur', 'prose', 'simran certain'],
    ['&#0000000083;imran &#X04b;aur', 'prose', 'simran certain'],
    ['&amp;#83;imran K&amp;amp;#97;ur', 'prose', 'simran certain'],
    ['&#83im&#8205;ran%20Kaur', 'prose', 'simran certain'],
    ['Sim%26shy%3Bran Kaur', 'prose', 'simran certain'],
    ['&lt;&#83;imran Kaur&gt;', 'prose', 'simran certain'],
    ['Sim&lt;i&gt;ran&lt;/i&gt; Kaur', 'prose', 'simran certain'],
    ['Simr<!-- > -->an<i title=">"> Kaur</i>', 'prose', 'simran certain'],
    ['<p>Simran</p><p>Kaur</p>', 'prose', 'simran certain'],
    ['Simran<br>Kaur', 'prose', 'simran certain'],
    ['<img alt="Simran Kaur">', 'prose', 'simran certain'],
    ['Si&acirc;n O&#146;Brien', 'prose', 'sian certain'],
    ['&Lstrok;ukasz W&oacute;jcik', 'tag', 'lukasz certain'],
    ['&Sopf;imran Kaur', 'tag', 'simran certain'],
    ['Sim&shy;ran_K&#97;ur.jpg', 'file-name', 'simran certain'],
    ['Q&amp;A with Simran Kaur', 'prose', 'simran certain'],
    ['[b]Sim[/b]ran Kaur', 'prose', 'simran certain'],
    ['Sim[B]ran Ka[i]ur', 'prose', 'simran certain'],
    ['Sim[color=#ff0000]ran[/color] Kaur', 'prose', 'simran certain'],
    ['Sim[size=4]ran Kaur', 'prose', 'simran certain'],
    ['Sim[left]ran[/left] Kaur', 'prose', 'simran certain'],
    ['Sim[url=https://example.org/a]ran[/url] [b][i]Ka[/i][/b]ur', 'prose', 'simran certain'],
    ['Sim&#91;b&#93;ran Kaur', 'prose', 'simran certain'],
    ['[*]Simran[br]Kaur', 'prose', 'simran certain'],
    ['Sim**ran** K*au*r', 'prose', 'simran certain'],
    ['~~Sim~~ran Kaur', 'prose', 'simran certain'],
    ['Sim[b]ran_Kaur.jpg', 'file-name', 'simran certain'],
    ['🆂🅸🅼🆁🅰🅽 🅺🅰🆄🆁', 'prose', 'simran certain'],
    ['🅢🅘🅜🅡🅐🅝 🅚🅐🅤🅡', 'prose', 'simran certain'],
    ['Simr🅰️n K🅰️ur', 'prose', 'simran certain'],
    ['🇸 🇮 🇲 🇷 🇦 🇳 Kaur', 'prose', 'simran certain'],
    ['🇸🇮🇲🇷🇦🇳 🇰🇦🇺🇷', 'tag', 'simran certain'],
    ['Team🇬🇧Simran Kaur', 'prose', 'simran certain'],
    ['our \u202eruaK narmiS\u202c!', 'prose', 'simran certain'],
    ['insta: simrankaur2014', 'prose', 'simran likely'],
    ['wellDoneSimranKaur', 'prose', 'simran certain'],
  ])('%s (%s)', (text, carrier, expected) => {
    expect(find(text, carrier)).toEqual([expected]);
  });

  it.each([
    'Q&A: is 5 < 6 &amp; 7 > 3?',
    'R&#38;D &copy; 2026',
    '100% <b>fun</b>',
    '&#0; &#xFFFFFFFFFF; &#xD800;',
    'Alexander [left] Jones', // as people point at somebody: no markup, so it stays between the words
    'Simr[centre]an K[and]aur',
    'Flags 🇬🇧🏴󠁧󠁢󠁷󠁬󠁳󠁿 in class 🅱, room S1M, kaur7',
    'Year [3] and [year 4], 2*3*4, * new * [sic] ~ 5~6',
  ])('%s reads as it stands', (text) => {
    expect(find(text, 'prose').filter((found) => found.endsWith('certain'))).toEqual([]);
  });

  it.each(['prose', 'picture'] as const)(
    'are found in %s as people write them when the list holds references',
    (carrier) => {
      const listed = indexNames([pupilOf('zoe', 'Zo&euml;', 'O&#39;Neill', { others: ['Zo&#235; D&rsquo;Arcy'] })]);
      for (const text of ["Zoë O'Neill", 'Zoe ONeill', 'Zoë D’Arcy']) {
        expect(findNames(text, { names: listed, carrier })).toMatchObject([{ pupils: ['zoe'], form: 'full' }]);
      }
    },
  );

  it('are not opened in print, which no website opens', () => {
    expect(find('Sim&shy;ran', 'picture')).toEqual([]);
  });

  it.each(['<a"', '<!--', '<a ', '&amp;', '%26', '&#x26;', '[b', '[b=', '[/b]', '[b]', 'a*'])(
    'stay quick to look for in a long run of %s',
    (piece) => {
      const before = process.cpuUsage();
      find(piece.repeat(5_000), 'prose');
      expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
    },
  );
});
