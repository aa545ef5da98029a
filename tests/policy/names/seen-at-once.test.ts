import { describe, expect, it } from 'vitest';
import type { NameCarrier } from '../../../src/policy/names/find-names.ts';
import { pupilOf } from '../evidence-of.ts';
import { namedIn } from './name-text.ts';

const roll = [
  pupilOf('rhys', 'Rhys', 'Evans'),
  pupilOf('ella', 'Ella', 'Hughes'),
  pupilOf('gwen', 'Gwenllian', 'Pugh'),
  pupilOf('rose', 'Rose', 'Achebe'),
  pupilOf('lee', 'Lee', 'Bell'),
  pupilOf('will', 'William', 'Clarke'),
  pupilOf('may', 'May', 'Walker'),
  pupilOf('dewi', 'Dewi', 'Roberts'),
  pupilOf('joerg', 'Jörg', 'Åkesson'),
  pupilOf('mia', 'Mia', 'Lewis'),
];

/** Whatever a moderator would read as a name without a second look, and what they would not. */
describe('names that anybody sees at once', () => {
  it.each<[string, NameCarrier, string[]]>([
    // in headings
    ['Gwenllian Takes Gold At The Eisteddfod', 'prose', ['gwen possible first']],
    ['ELLA SCORES AGAIN', 'prose', ['ella likely first']],
    ['ELLA SCORES', 'prose', ['ella likely first']],
    ['We sang songs of Ella Fitzgerald', 'prose', []],
    ['Ella Fitzgerald', 'prose', []],
    // on badges, trays and certificates
    ['RHYS CLASS 3', 'picture', ['rhys likely first']],
    ['Ella Team Captain', 'picture', ['ella likely first']],
    ['Ella Group B', 'picture', ['ella likely first']],
    ['Name: Ella Class: 4B', 'picture', ['ella likely first']],
    ['ELLA HOUSE', 'picture', []],
    ['Awarded to Rose for effort', 'picture', ['rose possible first']],
    ['Love from Rose', 'picture', ['rose possible first']],
    ['Welcome to May', 'picture', []],
    ['Rose and Lee', 'picture', ['rose possible first', 'lee possible first']],
    ['May and June', 'prose', []],
    ['ELLAS TRAY', 'picture', ['ella possible first']],
    ['Mia’s and Gwenllians medals', 'prose', ['mia likely first', 'gwen possible first']],
    ['ROSES', 'picture', []],
    // on shirts and team sheets
    ['ELLA10', 'picture', ['ella possible first']],
    ['RhysEvans4B', 'picture', ['rhys certain full']],
    ['MiaL', 'picture', ['mia possible initial']],
    ['REvans', 'picture', ['rhys possible initial']],
    ['MiaX', 'picture', []],
    ['MiaL', 'prose', []],
    ['BELL 10', 'picture', ['lee possible last']],
    ['bell 10', 'picture', []],
    ['BELL', 'picture', []],
    ['evans', 'picture', ['rhys possible last']],
    ['run evans run', 'picture', []],
    ['HUGHES EVANS PUGH', 'picture', ['ella possible last', 'rhys possible last', 'gwen possible last']],
    ['HUGHES EVANS LTD', 'picture', []],
    // in small letters
    ['well done will clarke', 'prose', ['will possible full']],
    ['lee bell', 'picture', ['lee possible full']],
    ['lee bell 4', 'picture', ['lee possible full']],
    ['ring lee bell now', 'prose', []],
    ["Lee's bell", 'picture', []],
    // words that are names as well
    ['We are so proud of Rose today', 'prose', ['rose possible first']],
    ['Our team: Ola and Rose', 'prose', ['rose possible first']],
    ['Rose scored the winning goal', 'prose', ['rose possible first']],
    ['Rose petals scored low', 'prose', []],
    ['Our classes: Oak 96, Rose 97 per cent', 'prose', []],
    ['we meet again in May', 'prose', []],
    ['the rose garden is open', 'prose', []],
    ['The Rose garden is open', 'prose', []],
    ['We went to Rose Cottage', 'prose', []],
    ['A PROUD DAY FOR ROSE', 'prose', []],
    // in Welsh
    ['Mae Rhys a Gwenllian yn canu', 'prose', ['rhys possible first', 'gwen possible first']],
    ['dressed as a Gwenllian', 'prose', []],
    ['Da iawn Rose am ennill', 'prose', ['rose possible first']],
    ['Llongyfarchiadau i Rose am ennill', 'prose', ['rose possible first']],
    ['Seren yr wythnos: Gwenllian', 'picture', ['gwen likely first']],
    ['Dydd Gŵyl Dewi', 'prose', []],
    ['Dewi Sant', 'picture', []],
    // spelt out or slipped
    ['JOERG', 'picture', ['joerg likely first']],
    ['Joerg Aakesson', 'prose', ['joerg certain full']],
    ['Ryhs Evans', 'prose', ['rhys possible full']],
    ['Ela Hughes', 'prose', ['ella possible full']],
    ['Rys Evans', 'picture', ['rhys likely full']],
    ['Rys Evens', 'picture', []],
    ['3lla Hugh3s', 'prose', ['ella possible full']],
  ])('%s (%s)', (text, carrier, expected) => {
    expect(namedIn(text, carrier, roll)).toEqual(expected);
  });
});

describe('names as lists have them', () => {
  const listed = [
    pupilOf('sam', 'Samuel', 'Okoro', { preferred: 'Sam/Sammy' }),
    pupilOf('mo', 'Mohammed (Momo)', 'Al–Khan'),
    pupilOf('des', 'Desmond', 'St. John'),
    pupilOf('tia', 'Tia', 'Barnes', { others: ['Tee, Teddie'] }),
  ];
  it.each<[string, NameCarrier, string[]]>([
    ['SAMMY', 'picture', ['sam possible first']],
    ['Sammy Okoro', 'prose', ['sam likely full']],
    ['sammyokoro.jpg', 'file-name', ['sam likely full']],
    ['Momo Khan', 'prose', ['mo likely full']],
    ['M. Khan', 'prose', ['mo likely initial']],
    ['Momo K', 'prose', ['mo likely initial']],
    ['mohammedkhan.jpg', 'file-name', ['mo likely full']],
    ['Desmond St John', 'prose', ['des certain full']],
    ['Desmond John', 'prose', ['des likely full']],
    ['Teddie Barnes', 'prose', ['tia likely full']],
  ])('%s (%s)', (text, carrier, expected) => {
    expect(namedIn(text, carrier, listed)).toEqual(expected);
  });
});
