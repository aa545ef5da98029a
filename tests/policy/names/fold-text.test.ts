import { describe, expect, it } from 'vitest';
import { foldText } from '../../../src/policy/names/fold-text.ts';
import { asLatin } from '../../../src/policy/names/look-alikes.ts';

describe('foldText', () => {
  it.each([
    ['D’Souza', 'dsouza'],
    ["O'Neill-Smith", 'oneillsmith'],
    ['GROß', 'gross'],
    ['ŁUKASZ', 'lukasz'],
    ['Bjørn', 'bjorn'],
    ['Đorđe', 'dorde'],
    ['Guðrún', 'gudrun'],
    ['Þór', 'thor'],
    ['Ælfric', 'aelfric'],
    ['Œdipe', 'oedipe'],
    ['Ħal', 'hal'],
    ['Işıl', 'isil'],
    ['Ŋuŋi', 'nuni'],
    ['Ŧeŧŧe', 'tette'],
    ['Siân', 'sian'],
    ['Sian\u0302', 'sian'],
    ['Oʻahuʼ', 'oahu'],
    ['1|2', '1|2'],
    ['ＳＡＭ', 'sam'],
    ['ﬁnn', 'finn'],
    // A letter of another script among Latin ones is a disguise; a word of that script is not.
    ['J\u043Enes', 'jones'],
    ['\u0410lex', 'alex'],
    ['\u0412\u043E\u0432\u0430', '\u0432\u043E\u0432\u0430'],
    ['', ''],
    ['!?', ''],
  ])('of %s is %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});

describe('asLatin', () => {
  it.each([
    ['АВЕЅІЈКМНОРСТУҮХԚԜ', 'ABESIJKMHOPCTYYXQW'],
    ['авеѕіјкмнорстухһԁԛԝѵ', 'abesijkmhopctyxhdqwv'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
    ['αγηικνορτυχω', 'aynikvoptuxw'],
    ['ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɑɡ', 'abcdefghijklmnoprstuvwyzag'],
    ['Max жў', 'Max жў'],
  ])('of %s is %s', (text, latin) => {
    expect(asLatin(text)).toBe(latin);
  });
});
