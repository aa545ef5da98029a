import { describe, expect, it } from 'vitest';
import { decodePercent } from '../../../src/policy/names/decode-percent.ts';
import { dropMarkup } from '../../../src/policy/names/drop-markup.ts';
import type { NameCarrier } from '../../../src/policy/names/find-names.ts';
import { openReferences } from '../../../src/policy/names/open-references.ts';
import { openSigns } from '../../../src/policy/names/open-signs.ts';
import { openText } from '../../../src/policy/names/open-text.ts';
import { webReadings } from '../../../src/policy/names/web-readings.ts';

describe('openText', () => {
  it.each<[string, NameCarrier, string]>([
    // spaced lettering: three letters and more, by the same mark, and no letter of the words beside it
    ['S A M', 'picture', 'SAM'],
    ['a S A M 4', 'prose', 'aSAM 4'],
    ['S A', 'picture', 'S A'],
    ['S A Mo', 'picture', 'S A Mo'],
    ['oS A M', 'picture', 'oS A M'],
    ['4S A M', 'picture', '4S A M'],
    ['S A M4', 'picture', 'S A M4'],
    ["S A M's", 'picture', "S A M's"],
    ['S A M’s', 'picture', 'S A M’s'],
    ['S A M  U E L', 'picture', 'SAM  UEL'],
    ['S.A.M.U', 'prose', 'SAMU'],
    ['S-A-M-U', 'prose', 'SAMU'],
    ['S_A_M_U', 'tag', 'SAMU'],
    ['S*A*M*U', 'prose', 'SAMU'],
    ['S·A·M·U', 'picture', 'SAMU'],
    ['S•A•M•U', 'picture', 'SAMU'],
    ['S.A.M', 'prose', 'S.A.M'],
    ['S.A-M.U', 'prose', 'S.A-M.U'],
    ['S/A/M/U', 'prose', 'S/A/M/U'],
    ['oS.A.M.U', 'prose', 'oS.A.M.U'],
    ['4S.A.M.U', 'prose', '4S.A.M.U'],
    ['S.A.M.Uo', 'prose', 'S.A.M.Uo'],
    ['S.A.M.U4', 'prose', 'S.A.M.U4'],
    ['S.A.M.U’s', 'prose', 'S.A.M.U’s'],
    ['4.1.2.3', 'prose', '4.1.2.3'],
    // a nickname between names
    ['Alex "Sandy" Jones', 'prose', 'Alex Sandy Jones'],
    ['Alex (Zoe\u0308) Jones', 'prose', 'Alex Zoë Jones'],
    ['Alex ‘Sandy’ Jones', 'prose', 'Alex Sandy Jones'],
    ['Alex (4) Jones', 'prose', 'Alex (4) Jones'],
    ['Alex (Sandy)', 'prose', 'Alex (Sandy)'],
    ['(Sandy) Jones', 'prose', '(Sandy) Jones'],
    ['Alex (Sandy) Jones', 'picture', 'Alex (Sandy) Jones'],
    // one apostrophe, one form of each letter, and nothing that does not show
    ['O´Neill OʼNeill OʹNeill', 'prose', "O'Neill O'Neill O'Neill"],
    ['Ｓａｍ ﬁnn', 'picture', 'Sam finn'],
    ['S\u200Ba\u00ADm\u2060 \u202EJ\u115F', 'prose', 'Sam J'],
    // what is run together, where that is usual
    ['#TeamSam4you', 'prose', '#Team_Sam_4_you'],
    ['@SamJones hi', 'prose', '@Sam_Jones hi'],
    ['#Zoe\u0308Oneill7', 'tag', '#Zoë_Oneill_7'],
    ['SamJones.b@x.org', 'prose', 'Sam_Jones.b@x.org'],
    ['Samr\u0323Jones+a_b-c@x.org', 'prose', 'Samṛ_Jones+a_b-c@x.org'],
    ['Sam07x@y.org', 'prose', 'Sam_07x@y.org'],
    ['SamJones #tag', 'prose', 'SamJones #tag'],
    ['#TeamSam', 'picture', '#TeamSam'],
    ['Sam%20J', 'prose', 'Sam J'],
    ['Sam%20J', 'picture', 'Sam%20J'],
    // files
    ['SamJones24.jpeg', 'file-name', 'Sam_Jones_24'],
    ['Sam.J', 'file-name', 'Sam.J'],
    ['Sam.jpegxl', 'file-name', 'Sam.jpegxl'],
    ['Sam.jpg x', 'file-name', 'Sam.jpg x'],
    ['Sam.jpg', 'prose', 'Sam.jpg'],
  ])('%j (%s) → %j', (text, carrier, opened) => {
    expect(openText(text, carrier)).toBe(opened);
  });
});

describe('decodePercent', () => {
  it.each([
    ['Zo%C3%AB%20O%27Neill', "Zoë O'Neill"],
    ['Zo%c3%ab', 'Zoë'],
    ['100%', '100%'],
    ['%C3 and %41', '%C3 and A'],
    ['%zz', '%zz'],
  ])('%s → %s', (text, decoded) => {
    expect(decodePercent(text)).toBe(decoded);
  });
});

describe('openReferences', () => {
  it.each([
    ['&#90;o&#xEB;&#XeB;', 'Zoëë'],
    ['&#90oe', 'Zoe'],
    ['&#145;&#x92;', '‘’'],
    ['a&#0;b&#x10FFFF;c&#x110000;d', 'a\uFFFDb\u{10FFFF}c\uFFFDd'],
    ['&eacute;&egrave;&ecirc;&ntilde;&amacr;&abreve;&edot;', 'éèêñāăė'],
    ['&euml;&aring;&odblac;&ccaron;&ccedil;&aogon;', 'ëåőčçą'],
    ['&EACUTE;&Eacute', 'ÉÉ'],
    ['&Sfr;&ascr;&Mopf;', 'SaM'],
    ['Al&shy;ex&ZeroWidthSpace;&NoBreak;&InvisibleTimes;&ApplyFunction;', 'Alex'],
    ['a&nbsp;b&ensp;c&Tab;d&NewLine;e&NonBreakingSpace;f', 'a b c d e f'],
    ['&amp;&AMP;&lt;&GT;&quot;&apos;&lsquo;&rsquo;&ldquo;', "&&<>\"'''\""],
    ['&hyphen;&dash;&ndash;&mdash;&period;&comma;&lowbar;&commat;&sol;', '--–—.,_@/'],
    ['&num;&percnt;&colon;&plus;&semi;&lpar;&rpar;&verbar;', '#%:+;()|'],
    ['&AElig;&aelig;&OElig;&oelig;&szlig;&Oslash;&oslash;', 'ÆæŒœßØø'],
    ['&ETH;&eth;&THORN;&thorn;&Lstrok;&lstrok;&Dstrok;&dstrok;', 'ÐðÞþŁłĐđ'],
    ['&Hstrok;&hstrok;&Tstrok;&tstrok;&ENG;&eng;&imath;&inodot;', 'ĦħŦŧŊŋıı'],
    ['&NBSP;&Shy;x', ' x'],
    ['&copy; &x; & AT&T', '&copy; &x; & AT&T'],
    ['&amp;#90;', '&#90;'],
  ])('%s → %s', (text, opened) => {
    expect(openReferences(text).normalize('NFC')).toBe(opened);
  });
});

describe('openSigns', () => {
  it.each([
    ['🅐🅩 🅰🆉 🇦🇿', 'AZ AZ AZ'],
    ['\u{1f14f}\u{1f16a}\u{1f16f}\u{1f18a}\u{1f1e5}', '\u{1f14f}\u{1f16a}\u{1f16f}\u{1f18a}\u{1f1e5}'],
    ['S🅰\ufe0fM ❤\ufe0f', 'SAM ❤'],
    ['❤\ufe0f', '❤\ufe0f'],
    ['our \u202enaiS\u202c won', 'our Sian\u202c won'],
    ['\u202enaiS\nwon', 'Sian\nwon'],
  ])('%s → %s', (text, opened) => {
    expect(openSigns(text)).toBe(opened);
  });
});

describe('dropMarkup', () => {
  it.each([
    ['Wil<b>hel</b>mina', 'Wilhelmina'],
    ['A<!-- > -->n<br/>n<i title=">" class=\'>\'>a</i>', 'Anna'],
    ['A<!doctype x>n<?php y>n</>a', 'Anna'],
    ['5 < 6 and 7 > 3', '5 < 6 and 7 > 3'],
    ['A[b]n[/B]n[u]a[hr][*][br][I]', 'Anna'],
    ['A[color=red]n[img width=4]na', 'Anna'],
    ['A[left]n[/left]na', 'Anna'],
    ['Tom [left] and [sic] [b] Jo', 'Tom [left] and [sic]  Jo'],
    ['A [year 4] B', 'A [year 4] B'],
    ['[/left] [right]', ' [right]'],
    ['An**n**a ~~J~~o S*a*m **b***c', 'Anna ~~Jo Sam **bc'],
    ['2*3 a *b* c', '2*3 a *b* c'],
  ])('%s → %s', (text, plain) => {
    expect(dropMarkup(text, '')).toBe(plain);
  });

  it('sets a blank where it parts words', () => {
    expect(dropMarkup('Mary<br>Jones[br]Sam*my', ' ')).toBe('Mary Jones Sam my');
  });
});

describe('webReadings', () => {
  it('are the text alone where nothing is to be opened', () => {
    expect(webReadings('Sam, 7 > 3')).toEqual(['Sam, 7 > 3']);
  });

  it('are each way in which it may be shown, once', () => {
    expect(webReadings('S&amp;#97;m<br>🅹')).toEqual([
      'S&amp;#97;m<br>🅹',
      'Sam<br>🅹',
      'Sam🅹',
      'Sam 🅹',
      'S&amp;#97;m<br>J',
      'Sam<br>J',
      'SamJ',
      'Sam J',
    ]);
  });

  it('open what was written four times over, and no more', () => {
    const five = '&amp;amp;amp;amp;#83;am';
    expect(webReadings(five.replace('amp;', ''))).toContain('Sam');
    expect(webReadings(five)).not.toContain('Sam');
  });

  it.each(['Z&#111;e', 'Z%6Fe', 'Z<i>o</i>e', 'Z[b]oe', 'Z*o*e', 'Z~oe'])('include Zoe of %s', (text) => {
    expect(webReadings(text)).toContain('Zoe');
  });
});
