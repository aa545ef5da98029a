import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/policy/judge.ts';
import type { EvidenceValues, TextRegion } from '../../../src/policy/words/evidence.ts';
import type { Facts } from '../../../src/policy/words/rule.ts';
import {
  entryOf,
  evidenceOf,
  faceAt,
  factsOf,
  noMetadata,
  plainFile,
  pupilOf,
  textAt,
  website,
} from '../evidence-of.ts';

const sam = pupilOf('sam', 'Samuel', 'Jones', { preferred: 'Sam' });
const zofia = pupilOf('zofia', 'Zofia', 'Kowalska');
const olga = pupilOf('olga', 'Olga', 'Free');
const grace = pupilOf('grace', 'Grace', 'Hill');
const facts = factsOf({ register: [entryOf(sam), entryOf(grace)], roll: [sam, zofia, olga, grace] });
const compared = {
  compared: ['sam', 'grace'],
  faces: [{ incomparable: null, candidates: [{ pupil: 'sam', score: 0 }] }],
};

/** A card around what `textAt(0, 0, …)` says. */
const cardBehind = textAt(-20, -10, 'x'.repeat(14), { text: '', kind: 'badge' });

function codesFor(values: Partial<EvidenceValues>, more: Partial<Facts> = {}): string[] {
  const people = { faces: [faceAt(0)], match: compared };
  const about = { ...facts, ...more };
  return judge(evidenceOf({ ...people, ...values }), about)
    .findings.filter((finding) => !finding.code.startsWith('faces/'))
    .map(({ severity, code, pupils }) => [severity, code, ...(pupils ?? [])].join(' '));
}

describe('text in the picture', () => {
  it.each<[string, TextRegion[], string[]]>([
    ['a wall', [textAt(0, 0, 'READING CORNER'), textAt(0, 100, 'Year 6')], []],
    ['a whole name', [textAt(0, 0, 'Sam Jones')], ['block text/on-register sam']],
    ['a first name on a badge', [textAt(0, 0, 'Hello my name is Samuel')], ['block text/on-register sam']],
    ['a word that is a name', [textAt(0, 0, 'GRACE')], ['review text/perhaps-on-register grace']],
    ['a pupil who may appear', [textAt(0, 0, 'Zofia Kowalska')], ['review names-or-images/both zofia']],
    [
      'two lines of one badge',
      [textAt(0, 0, 'ZOFIA'), textAt(0, 44, 'KOWALSKA')],
      ['review names-or-images/both zofia', 'review names-or-images/both zofia', 'note names-or-images/perhaps zofia'],
    ],
    ['too faint', [textAt(0, 0, 'Sam', { score: 0.4 })], []],
    ['faint, but a whole name', [textAt(0, 0, 'Sam Jones', { score: 0.4 })], ['review text/perhaps-on-register sam']],
    ['a badge nobody could read', [textAt(0, 0, 'xq', { kind: 'name', score: 0.2 })], ['review text/badge']],
    ['a badge without letters', [cardBehind], ['review text/badge']],
    ['a badge with the name of nobody', [cardBehind, textAt(0, 0, 'Xavier')], ['review text/badge']],
    ['a badge with a name', [cardBehind, textAt(0, 0, 'Sam Jones')], ['block text/on-register sam']],
    ['my name is, and no name', [textAt(0, 0, 'my name is', { kind: 'name' })], ['review text/badge']],
    [
      'my name is, and a name',
      [textAt(0, 0, 'my name is', { kind: 'name' }), textAt(0, 44, 'Sam Jones')],
      ['block text/on-register sam'],
    ],
    ['the name of a school', [textAt(0, 0, 'Oakfield Primary School')], ['note text/school']],
    ['a number plate', [textAt(0, 0, 'AB12 CDE')], ['review text/plate']],
    ['an e-mail address', [textAt(0, 0, 'jo . bloggs @ mail . com')], ['review text/email']],
    ['a faint telephone number', [textAt(0, 0, '07700 900123', { score: 0.35 })], ['review text/phone']],
    ['one that is just too faint', [textAt(0, 0, '07700 900123', { score: 0.299 })], []],
    ['one that is just clear enough', [textAt(0, 0, '07700 900123', { score: 0.3 })], ['review text/phone']],
    [
      'a number on a name badge',
      [textAt(0, 0, '07700 900123', { kind: 'name' })],
      ['review text/badge', 'review text/phone'],
    ],
    ['what the reader took for a handle', [textAt(0, 0, 'oakfield fun', { kind: 'handle' })], ['review text/handle']],
    ['the name of a school, too faint', [textAt(0, 0, 'Oakfield Primary School', { score: 0.599 })], []],
    ['spaced lettering', [textAt(0, 0, 'S A M J O N E S')], ['block text/on-register sam']],
  ])('%s', (_, text, expected) => {
    expect(codesFor({ text })).toEqual(expected);
  });

  it('says what a badge reads when it names nobody', () => {
    const { findings } = judge(evidenceOf({ text: [cardBehind, textAt(0, 0, 'Xavier')] }), facts);
    expect(findings.find(({ code }) => code === 'text/badge')?.reason).toContain(
      'It reads "Xavier", which names nobody',
    );
  });

  it('may name pupils without faces, and where names are allowed', () => {
    const text = [textAt(0, 0, 'Zofia Kowalska')];
    expect(codesFor({ text, faces: [], match: { compared: [], faces: [] } })).toEqual([]);
    expect(codesFor({ text }, { channels: [{ ...website, namesAllowed: true }] })).toEqual([]);
    expect(codesFor({ text }, { channels: [{ ...website, namesAllowed: true }, website] })).toHaveLength(1);
    expect(codesFor({ text }, { channels: [] })).toHaveLength(1);
  });

  it('never may name somebody who may not appear', () => {
    const values = { text: [textAt(0, 0, 'Sam Jones')], faces: [], match: { compared: [], faces: [] } };
    expect(codesFor(values, { channels: [{ ...website, namesAllowed: true }] })).toEqual([
      'block text/on-register sam',
    ]);
  });

  it('knows the whole name of somebody who is not on the roll, but not the first name', () => {
    const more = { register: [], offRoll: facts.register, roll: [zofia, olga] };
    expect(codesFor({ text: [textAt(0, 0, 'Sam Jones')] }, more)).toEqual(['block text/on-register sam']);
    expect(codesFor({ text: [textAt(0, 0, 'Sam')] }, more)).toEqual([]);
  });
});

it('has a moderator look at what the uploader was not sure of', () => {
  const doubts = [{ question: 'Did everyone know?', answer: 'not-sure' } as const];
  expect(codesFor({}, { doubts })).toEqual(['review checklist/doubt']);
  const { findings } = judge(evidenceOf(), { ...facts, doubts });
  expect(findings.find(({ code }) => code === 'checklist/doubt')?.reason).toBe(
    'Whoever uploaded it was asked "Did everyone know?", and answered "not sure".',
  );
});

describe('caption, alternative text and file name', () => {
  it.each<[string, Partial<Facts>, string[]]>([
    ['nothing to say', { caption: 'Our summer fair was a joy. Will you come next year?' }, []],
    ['somebody who may not appear', { caption: 'Well done Sam Jones' }, ['block caption/on-register sam']],
    ['in the alternative text', { altText: 'Samuel Jones with a cup' }, ['block caption/on-register sam']],
    [
      'by first name in a sentence',
      { caption: 'A wonderful goal by Samuel in the last minute of the match' },
      ['review caption/perhaps-on-register sam'],
    ],
    ['somebody who may not appear, in the title', { title: 'Well done Sam Jones' }, ['block title/on-register sam']],
    ['somebody who may appear, in the title', { title: 'Zofia Kowalska ran' }, ['review names-or-images/both zofia']],
    ['an address in the title', { title: 'Write to jo@example.org' }, ['review title/email']],
    ['titles as they are', { title: 'May Day Fair, Harvest Festival and Jack and the Beanstalk' }, []],
    ['somebody who may appear', { caption: 'Zofia Kowalska ran well' }, ['review names-or-images/both zofia']],
    ['an address', { caption: 'Write to jo@example.org' }, ['review caption/email']],
    [
      'an address whose sign is written as a reference',
      { caption: 'Write to jo&#64;example.org' },
      ['review caption/email'],
    ],
    ['a name with a tag in it', { altText: 'S<b>am</b> J&#111;nes' }, ['block caption/on-register sam']],
    ['the web site', { caption: 'More on www.oakfield.sch.uk' }, ['note caption/web']],
  ])('%s', (_, more, expected) => {
    expect(codesFor({}, more)).toEqual(expected);
  });

  it('reads the file name', () => {
    const named = (name: string): string[] => codesFor({ file: { ...plainFile, name } });
    expect(named('SamJones_100m.jpg')).toEqual(['review file-name/on-register sam']);
    expect(named('zofia kowalska.png')).toEqual(['review names-or-images/both zofia']);
    expect(named('../../olga.free.jpg')).toEqual(['review names-or-images/both olga']);
  });
});

describe('a name that stands anywhere in a file', () => {
  const codes = (...values: string[]): string[] =>
    codesFor({ metadata: { ...noMetadata, items: values.map((value) => ({ carrier: 'xmp', tag: 'x', value })) } });

  it.each([
    'Sam Jones, certificate',
    '/Users/school/Pictures/Jones_Samuel.psd',
    '{"pupil":"Samuel Jones"}',
    'SamJones',
    '84 bytes: Samuel Jones / 2016:05:02',
    'Sam&#32;Jones',
  ])('%s asks for a person', (text) => {
    expect(codes('Adobe RGB (1998)', text, 'sRGB')).toEqual(['review metadata/on-register sam']);
  });

  it.each([
    ['part of a name', ['Sam', 'Jones Ltd.']],
    ['a name over two texts', ['Lens by Sam', 'Jones Optics']],
    ['what only comes near', ['Sar Jomes']],
    ['the name of somebody who may appear', ['Zofia Kowalska']],
    ['nothing but numbers', ['100', '1/250', '2026:05:02 10:00:00']],
  ])('%s does not', (_, texts) => {
    expect(codes(...texts)).toEqual([]);
  });
});

describe('metadata', () => {
  const policy = { ...facts.policy, devices: [{ make: 'Canon', model: 'EOS R10' }], copyrightHolders: ['Oakfield'] };
  const codes = (more: Partial<typeof noMetadata>, with_ = facts.policy): string[] =>
    codesFor({ metadata: { ...noMetadata, ...more } }, { policy: with_ });

  it('says what was removed, and looks for those who are tagged', () => {
    expect(codes({ summary: 'This file held GPS.' })).toEqual(['note metadata/removed']);
    expect(codes({ people: ['Jones, Sam'], keywords: ['Sam Jones'] })).toEqual(['review metadata/on-register sam']);
    expect(codes({ captions: ['Sam Jones wins the 100 m'] })).toEqual(['review metadata/on-register sam']);
    expect(codes({ people: ['Sam Jones'], items: [{ carrier: 'xmp', tag: 'x', value: 'Sam Jones' }] })).toEqual([
      'review metadata/on-register sam',
    ]);
    expect(codes({ people: ['Zofia Kowalska'] })).toEqual([]);
  });

  it('asks about devices that are not the school’s, once it lists its own', () => {
    expect(codes({ cameraMake: 'Apple', cameraModel: 'iPhone' })).toEqual([]);
    expect(codes({ cameraMake: 'Apple', cameraModel: 'iPhone' }, policy)).toEqual([
      'review metadata/not-a-school-device',
    ]);
    expect(codes({}, policy)).toEqual(['review metadata/not-a-school-device']);
    expect(codes({ cameraMake: 'CANON', cameraModel: 'EOS r10 ' }, policy)).toEqual([]);
  });

  it('asks about somebody else’s copyright', () => {
    const camera = { cameraMake: 'Canon', cameraModel: 'EOS R10' };
    expect(codes({ copyright: 'Pat Photographer' })).toEqual(['note metadata/copyright']);
    expect(codes({ ...camera, copyright: 'Pat Photographer' }, policy)).toEqual(['review metadata/copyright']);
    expect(codes({ ...camera, copyright: '(c) Oakfield School' }, policy)).toEqual([]);
  });
});

it('sends moving pictures to a person and only notes a wrong ending', () => {
  expect(codesFor({ file: { ...plainFile, animated: true, mislabelled: true } })).toEqual([
    'review file/animated',
    'note file/mislabelled',
  ]);
});
