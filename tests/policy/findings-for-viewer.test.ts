import { describe, expect, it } from 'vitest';
import { findingsForViewer } from '../../src/policy/findings-for-viewer.ts';
import { foldVerdict } from '../../src/policy/fold-verdict.ts';
import { judgeWithAnswers, noAnswers } from '../../src/policy/judge-with-answers.ts';
import { judge } from '../../src/policy/judge.ts';
import type { Finding } from '../../src/policy/words/finding.ts';
import type { Facts } from '../../src/policy/words/rule.ts';
import { entryOf, evidenceOf, faceAt, factsOf, plainFile, textAt } from './evidence-of.ts';
import { facts, matched, orla, twoFaces, zeb } from './two-barred-pupils.ts';

describe('what each may read', () => {
  const finding = (code: string, more: Partial<Finding> = {}): Finding => ({
    ...{ code, severity: 'review', subject: 'photo', reason: `About ${code}.`, audience: 'everyone' },
    ...more,
  });
  const read = (findings: readonly Finding[], viewer: Parameters<typeof findingsForViewer>[1]) =>
    findingsForViewer(findings, viewer).map(({ code }) => code);

  it.each([
    ['a reason of the picture alone, as it stands', [finding('file/animated')], ['file/animated']],
    ['a note of it too', [finding('metadata/gps', { severity: 'note' })], ['metadata/gps']],
    ['nothing of it that names somebody', [finding('metadata/name', { pupils: ['p1'] })], ['photo/moderator-first']],
    ['nothing of a face that was drawn', [finding('faces/drawn')], ['photo/moderator-first']],
    ['no note of the register', [finding('match/near', { severity: 'note' })], []],
    ['that it cannot be used', [finding('match/on-register', { severity: 'block' })], ['photo/cannot-be-used']],
    ['that words may not stand there', [finding('caption/on-register', { severity: 'block' })], ['photo/words']],
    [
      'that names could not be read, as any check',
      [finding('text/x', { severity: 'unknown' })],
      ['photo/moderator-first'],
    ],
    [
      'of the safeguarding lead’s reason that a moderator looks',
      [finding('screening/x', { audience: 'dsl' })],
      ['photo/moderator-first'],
    ],
    [
      'of a quarantine nothing but that it cannot be used',
      [
        finding('file/animated'),
        finding('nudity/found', { severity: 'block', audience: 'dsl' }),
        finding('caption/web'),
      ],
      ['photo/cannot-be-used'],
    ],
    [
      'each sentence once, in a fixed order, before the open reasons',
      [
        finding('line-up/needed'),
        finding('file/animated'),
        finding('match/possible'),
        finding('file-name/on-register'),
        finding('title/web'),
        finding('match/on-register', { severity: 'block' }),
      ],
      ['photo/cannot-be-used', 'photo/words', 'photo/moderator-first', 'file/animated'],
    ],
  ])('tells the uploader %s', (_, findings, expected) => {
    expect(read(findings, 'uploader')).toEqual(expected);
  });

  it('tells a moderator all but what is for the safeguarding lead, and nobody the ids of pupils', () => {
    const all = [finding('match/on-register', { pupils: ['p1'] }), finding('nudity/found', { audience: 'dsl' })];
    expect(read(all, 'moderator')).toEqual(['match/on-register']);
    expect(read(all, 'dsl')).toEqual(['match/on-register', 'nudity/found']);
    for (const viewer of ['moderator', 'dsl', 'uploader'] as const) {
      expect(JSON.stringify(findingsForViewer(all, viewer))).not.toContain('p1');
    }
  });

  it('tells the uploader that a photo cannot be used, never who is on the register', () => {
    const { findings } = judge(matched, facts);
    const forUploader = JSON.stringify(findingsForViewer(findings, 'uploader'));
    expect(forUploader).toContain('cannot be used');
    for (const secret of ['Zebedee', 'Quillfeather', 'p1', '4B', 'match/']) expect(forUploader).not.toContain(secret);
    expect(JSON.stringify(findingsForViewer(findings, 'moderator'))).toContain('Zebedee');
  });

  it('keeps the safeguarding lead’s reason from everybody else', () => {
    const { findings } = judge(evidenceOf({ ...twoFaces, nudity: { score: 0.99 } }), facts);
    expect(JSON.stringify(findingsForViewer(findings, 'dsl'))).toContain('nudity');
    expect(JSON.stringify(findingsForViewer(findings, 'moderator'))).not.toContain('nudity');
    const uploader = findingsForViewer(findings, 'uploader');
    expect(uploader.map((finding) => finding.code)).toEqual(['photo/cannot-be-used']);
  });

  it('tells the uploader nothing of what a moderator drew, nor why nobody was compared with it', () => {
    const why = 'nobody on the register has a usable reference photo';
    const drawnFaces = [{ box: faceAt(700).box, seen: { status: 'not-compared' as const, why } }];
    const { findings } = judgeWithAnswers(matched, facts, { ...noAnswers, drawnFaces });
    expect(JSON.stringify(findingsForViewer(findings, 'moderator'))).toContain(why);
    expect(JSON.stringify(findingsForViewer(findings, 'uploader'))).not.toMatch(/drawn|register|line-up/);
  });

  const named = 'Zebedee Quillfeather';
  it.each([
    ['the caption', {}, { caption: `Well done, ${named}!` }],
    ['the alternative text', {}, { altText: `${named} is running` }],
    ['the file’s name', { file: { ...plainFile, name: `${named}.jpg` } }, {}],
    ['the picture', { text: [textAt(100, 100, named.toUpperCase())] }, {}],
  ])('says the same of a name in %s, whether or not the pupil may appear', (_, seen, words) => {
    const evidence = evidenceOf({ ...twoFaces, ...seen });
    const readBy = (register: Facts['register']) => {
      const { findings } = judge(evidence, factsOf({ ...words, register, roll: [zeb] }));
      expect(JSON.stringify(findingsForViewer(findings, 'moderator'))).toContain('Zebedee');
      return findingsForViewer(findings, 'uploader');
    };
    // Others who may not appear ask for the line-up in both, as they do wherever somebody may not.
    const barred = readBy([entryOf(orla), entryOf(zeb, 'restricted')]);
    expect(barred).toEqual(readBy([entryOf(orla)]));
    expect(barred.map(({ code }) => code)).toContain('photo/words');
    expect(foldVerdict(barred)).toBe('review');
  });
});
