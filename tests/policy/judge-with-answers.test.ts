import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockKindOf } from '../../src/policy/block-kind.ts';
import { findingsForViewer } from '../../src/policy/findings-for-viewer.ts';
import { foldVerdict } from '../../src/policy/fold-verdict.ts';
import { judgeWithAnswers, noAnswers } from '../../src/policy/judge-with-answers.ts';
import { judge } from '../../src/policy/judge.ts';
import type { FaceMatch } from '../../src/policy/words/evidence.ts';
import type { Facts } from '../../src/policy/words/rule.ts';
import { entryOf, evidenceOf, faceAt, factsOf, off, plainFile, pupilOf, textAt } from './evidence-of.ts';

const zeb = pupilOf('p1', 'Zebedee', 'Quillfeather', { className: '4B' });
const orla = pupilOf('p2', 'Orla', 'Nomore');
const facts = factsOf({ register: [entryOf(zeb, 'restricted'), entryOf(orla)] });
const twoFaces = { faces: [faceAt(100), faceAt(400)] };
const unmatched = { ...evidenceOf(twoFaces), match: off };
const matched = evidenceOf({
  ...twoFaces,
  match: {
    compared: ['p1', 'p2'],
    faces: [
      { incomparable: null, candidates: [{ pupil: 'p1', score: 0.9 }] },
      { incomparable: null, candidates: [{ pupil: 'p2', score: 0.05 }] },
    ],
  },
});
const codes = (verdict: ReturnType<typeof judge>): string[] => verdict.findings.map((finding) => finding.code);

describe('what people answer', () => {
  it('changes nothing while nobody answered', () => {
    expect(judgeWithAnswers(matched, facts, noAnswers).verdict).toBe(judge(matched, facts).verdict);
    expect(judgeWithAnswers(unmatched, facts, noAnswers).coverage).toEqual(judge(unmatched, facts).coverage);
  });

  it('blocks for whoever was seen or could not be ruled out, and settles the others', () => {
    const lineUp = [
      { pupilId: 'p1', answer: 'cannot-tell' },
      { pupilId: 'p2', answer: 'not-here' },
    ] as const;
    const verdict = judgeWithAnswers(unmatched, facts, { ...noAnswers, lineUp });
    expect([verdict.verdict, verdict.coverage.lineUp]).toEqual(['block', []]);
    expect(codes(verdict)).toContain('line-up/cannot-tell');
    expect(blockKindOf(verdict, facts)).toBe('restricted');
  });

  it('ends a likeness that a person ruled out, for that face alone', () => {
    expect(blockKindOf(judge(matched, facts), facts)).toBe('restricted');
    const denied = { pupilId: 'p1', box: twoFaces.faces[0]!.box };
    const ruledOut = judgeWithAnswers(matched, facts, { ...noAnswers, notThisPupil: [denied] });
    expect(ruledOut.verdict).not.toBe('block');
    const other = { ...denied, box: twoFaces.faces[1]!.box };
    expect(judgeWithAnswers(matched, facts, { ...noAnswers, notThisPupil: [other] }).verdict).toBe('block');
  });

  it('leaves a hidden face to a person when the pupil it was like is ruled out', () => {
    const face = { incomparable: 'too-hidden', candidates: [{ pupil: 'p1', score: 0.35 }] } as const;
    const match = {
      compared: ['p1', 'p2'],
      faces: [face, { incomparable: null, candidates: [{ pupil: 'p2', score: 0.05 }] }],
    };
    const evidence = evidenceOf({ ...twoFaces, match });
    expect(codes(judge(evidence, facts))).toContain('match/possible');
    const denied = { pupilId: 'p1', box: twoFaces.faces[0]!.box };
    const ruledOut = judgeWithAnswers(evidence, facts, { ...noAnswers, notThisPupil: [denied] });
    expect([ruledOut.verdict, codes(ruledOut).includes('match/incomparable')]).toEqual(['review', true]);
  });

  it('asks for everybody when a face was missed', () => {
    const clear = evidenceOf({ ...twoFaces, match: { compared: ['p1', 'p2'], faces: [] } });
    const verdict = judgeWithAnswers(clear, facts, {
      ...noAnswers,
      drawnFaces: [{ box: faceAt(700).box, seen: null }],
    });
    expect([verdict.verdict, verdict.coverage.lineUp]).toEqual(['review', ['p1', 'p2']]);
  });

  it('reads a drawn face that was compared as one that was found, and asks for whoever it was not compared with', () => {
    const clear = evidenceOf({
      ...twoFaces,
      match: {
        compared: ['p1', 'p2'],
        faces: twoFaces.faces.map(() => ({ incomparable: null, candidates: [{ pupil: 'p1', score: 0 }] })),
      },
    });
    const face = faceAt(700);
    const drawn = (match: FaceMatch, compared = ['p1', 'p2']) =>
      judgeWithAnswers(clear, facts, {
        ...noAnswers,
        drawnFaces: [{ box: face.box, seen: { status: 'compared', face, match, compared } }],
      });
    const isZeb = drawn({ incomparable: null, candidates: [{ pupil: 'p1', score: 0.9 }] });
    expect(isZeb.findings[0]).toMatchObject({ code: 'match/on-register', subject: 'face 3', pupils: ['p1'] });
    expect([isZeb.verdict, blockKindOf(isZeb, facts), isZeb.coverage.lineUp]).toEqual(['block', 'restricted', []]);
    const stranger = { incomparable: null, candidates: [{ pupil: 'p1', score: 0.01 }] };
    expect(codes(drawn(stranger))).toEqual(codes(judge(clear, facts)));
    expect(drawn(stranger, ['p1']).coverage.lineUp).toEqual(['p2']);
    const blurred = drawn({ incomparable: 'too-blurred', candidates: [] });
    expect([blurred.verdict, blurred.coverage.lineUp]).toEqual(['review', ['p1', 'p2']]);
    expect(blurred.findings.find(({ code }) => code === 'faces/drawn')?.reason).toContain('too blurred');
    // One that is too hidden rules nobody out, but may name somebody.
    const hidden = drawn({ incomparable: 'too-hidden', candidates: [{ pupil: 'p1', score: 0.35 }] });
    expect([hidden.verdict, hidden.coverage.lineUp]).toEqual(['review', ['p1', 'p2']]);
    expect(codes(hidden)).toEqual(expect.arrayContaining(['match/possible', 'faces/drawn']));
  });

  it('never makes a photo clear by "here" or "cannot tell"', () => {
    const some = fc.array(
      fc.record({
        pupilId: fc.constantFrom('p1', 'p2'),
        answer: fc.constantFrom('here' as const, 'cannot-tell' as const),
      }),
      { minLength: 1, maxLength: 2 },
    );
    fc.assert(
      fc.property(
        some,
        fc.constantFrom(matched, unmatched, evidenceOf()),
        (lineUp, evidence) => judgeWithAnswers(evidence, facts, { ...noAnswers, lineUp }).verdict === 'block',
      ),
    );
  });
});

describe('what each may read', () => {
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
