import { describe, expect, it } from 'vitest';
import type { NameCarrier } from '../../../src/policy/names/find-names.ts';
import { isNamedWord } from '../../../src/policy/names/is-named-word.ts';
import { isSomethingElse } from '../../../src/policy/names/is-something-else.ts';
import { singleText, type SingleText } from '../../../src/policy/names/single-text.ts';
import type { NameUnit } from '../../../src/policy/names/read-units.ts';
import { pupilOf } from '../evidence-of.ts';
import { nameText } from './name-text.ts';

const roll = [
  pupilOf('ella', 'Ella', 'Hughes'),
  pupilOf('rose', 'Rose', 'Evans'),
  pupilOf('may', 'May', 'King'),
  pupilOf('lee', 'Lee', 'Bell'),
];

/** Asks something of the name 'Ella', 'Rose' or 'May' of a text, the first that stands there. */
function ask(
  question: (unit: NameUnit, text: SingleText) => boolean,
  text: string,
  carrier: NameCarrier,
  name: RegExp,
): boolean {
  const single = singleText(nameText(text, carrier, roll));
  const unit = single.units.find(({ folded }) => name.test(folded));
  if (unit === undefined) throw new Error(`no such name in ${text}`);
  return question(unit, single);
}

describe('isSomethingElse', () => {
  it.each<[string, NameCarrier, boolean]>([
    // behind a title or an article
    ['we saw Miss Ella there', 'prose', true],
    ['we saw Miss, Ella there', 'prose', false],
    ['the Ella', 'picture', true],
    ['we are an Ella', 'prose', true],
    ['Ysgol Ella', 'picture', true],
    // the Welsh "and", only between names
    ['Mae Lee a Ella yno', 'prose', false],
    ['mae ef a Ella yno', 'prose', true],
    ['LEE A ELLA', 'picture', true],
    ['a Ella', 'prose', true],
    // behind an owner
    ['we read Dahl’s Ella there', 'prose', true],
    ['we read dahl’s Ella there', 'prose', false],
    ['we read Dahl’s, Ella there', 'prose', false],
    ['we met Tom Ella there', 'prose', false],
    ['Dahl’s Ella', 'picture', false],
    // in front of a thing
    ['in Ella Road', 'prose', true],
    ['ELLA ROAD', 'picture', true],
    ['ELLA, ROAD', 'picture', false],
    ['ella road', 'tag', false],
    ['Ella house', 'picture', true],
    ['Ella Class 4', 'picture', false],
    ['Ella Class: 4B', 'picture', false],
    ['Ella Group B', 'picture', false],
    ['Ella Class. B', 'picture', true],
    ['Ella House Captain', 'picture', false],
    ['Ella House! Captain', 'picture', true],
    ['Ella House and', 'picture', true],
    ['Ella Road 4', 'picture', true],
    // with another last name
    ['songs of Ella Fitzgerald were sung', 'prose', true],
    ['songs of Ella, Fitzgerald were sung', 'prose', false],
    ['songs of Ella fitzgerald were sung', 'prose', false],
    ['songs of Ella 4B were sung', 'prose', false],
    ['songs of Ella We were sung', 'prose', false],
    ['songs of Ella Lee were sung', 'prose', false],
    ['songs of Ella Captain were sung', 'prose', false],
    ['songs of Ella’s Lee were sung', 'prose', true],
    ['songs of Ella Fitzgerald', 'picture', false],
    ['Songs of Ella Fitzgerald', 'prose', false],
    ['cheer Ella', 'prose', false],
  ])('%s (%s): %s', (text, carrier, expected) => {
    expect(ask(isSomethingElse, text, carrier, /^ella$/)).toBe(expected);
  });
});

describe('isNamedWord', () => {
  it.each<[string, NameCarrier, boolean]>([
    // alone on a badge or in a caption
    ['Rose', 'picture', true],
    ['rose', 'picture', false],
    ['Rose 4B', 'picture', true],
    ['Rose', 'prose', true],
    ['Rose 4', 'prose', false],
    ['rose', 'tag', true],
    ['rose.jpg', 'file-name', true],
    ['rose-garden.jpg', 'file-name', false],
    ['done-rose-garden.jpg', 'file-name', false],
    ['Rose garden', 'picture', false],
    // addressed
    ['Well done Rose for that', 'picture', true],
    ['Well done, Rose for that', 'picture', false],
    ['Awarded to Rose for that', 'picture', true],
    ['Walking to Rose for that', 'picture', false],
    ['Awarded, to Rose for that', 'picture', false],
    ['To Rose for that', 'picture', false],
    ['With love from Rose there', 'picture', true],
    ['awarded from Rose there', 'picture', false],
    ['Llongyfarchiadau i Rose am ennill', 'prose', true],
    // in a row
    ['Ella and Rose and others there', 'picture', true],
    ['ella and Rose and others there', 'picture', false],
    ['Rose, Ella and others there', 'picture', true],
    ['Rose Ella and others there', 'picture', false],
    ['Ella and all Rose with others', 'picture', false],
    ['Ella band Rose with others', 'picture', false],
    ['Ella across Rose with others', 'picture', false],
    ['Rose ac Ella gyda phawb', 'picture', true],
    ['Rose a Lee gyda phawb', 'picture', true],
    ['Rose or Ella with others there', 'picture', false],
    ['Rose and Smith with others there', 'picture', false],
    ['Rose and Hughes with others there', 'picture', false],
    // within prose
    ['we cheered for Rose today', 'prose', true],
    ['we cheered for Rose 97', 'prose', false],
    ['we cheered for Rose, 97', 'prose', true],
    ['we cheered for Rose today', 'picture', false],
    ['we cheered for Rose today', 'tag', false],
    ['we cheered. Rose today', 'prose', false],
    ['we cheered. Rose won', 'prose', true],
    ['we cheered. Rose, won', 'prose', false],
    ['Rose Won The Gold Medal', 'prose', false],
  ])('Rose in "%s" (%s): %s', (text, carrier, expected) => {
    expect(ask(isNamedWord, text, carrier, /^rose$/)).toBe(expected);
  });

  it.each([
    ['we meet in May again', false],
    ['we met. May won', false],
    ['May and Rose were there too', false],
    ['May and Ella were there too', true],
    ['Well done May for that', true],
  ])('May in "%s": %s', (text, expected) => {
    expect(ask(isNamedWord, text, 'prose', /^may$/)).toBe(expected);
  });
});
