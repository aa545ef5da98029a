import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../src/lib/geometry.ts';
import { blockKindOf } from '../../src/policy/block-kind.ts';
import { judgeWithAnswers, noAnswers } from '../../src/policy/judge-with-answers.ts';
import { judge } from '../../src/policy/judge.ts';
import type { FaceMatch } from '../../src/policy/words/evidence.ts';
import { evidenceOf, faceAt, factsOf, off } from './evidence-of.ts';
import { facts, matched, twoFaces } from './two-barred-pupils.ts';

const unmatched = { ...evidenceOf(twoFaces), match: off };
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

  it.each([
    ['here', 'Zebedee Quillfeather, who may not appear here, was seen in the line-up.'],
    [
      'cannot-tell',
      'In the line-up nobody could tell whether Zebedee Quillfeather, who may not appear here, is in the photo.',
    ],
  ] as const)('says what "%s" means, and nothing of those who are not there', (answer, reason) => {
    const lineUp = [
      { pupilId: 'p1', answer },
      { pupilId: 'p2', answer: 'not-here' },
      { pupilId: 'somebody who may appear', answer },
    ] as const;
    const { findings } = judgeWithAnswers(unmatched, facts, { ...noAnswers, lineUp });
    const said = findings.filter(({ severity }) => severity === 'block');
    expect(said).toMatchObject([{ code: `line-up/${answer}`, severity: 'block', reason, pupils: ['p1'] }]);
  });

  it('counts who is left in the line-up, in words', () => {
    const answered = (...ids: readonly string[]) => {
      const lineUp = ids.map((pupilId) => ({ pupilId, answer: 'not-here' as const }));
      const { coverage, findings } = judgeWithAnswers(unmatched, facts, { ...noAnswers, lineUp });
      const asked = findings.find(({ code }) => code === 'line-up/needed')?.reason.split(' could')[0];
      return [coverage.lineUp, coverage.line.slice(judge(unmatched, facts).coverage.line.length), asked];
    };
    expect(answered()).toEqual([['p1', 'p2'], '', '2 pupils who may not appear here']);
    expect(answered('p2')).toEqual([
      ['p1'],
      ' 1 of 2 in the line-up was answered by a person.',
      '1 pupil who may not appear here',
    ]);
    expect(answered('p1', 'p2')).toEqual([[], ' 2 of 2 in the line-up were answered by a person.', undefined]);
  });

  it('asks for a person where the same picture was turned down before, and only there', () => {
    const said = (wasRejected?: boolean) =>
      codes(
        judgeWithAnswers(
          evidenceOf(),
          factsOf(),
          wasRejected === undefined ? noAnswers : { ...noAnswers, wasRejected },
        ),
      );
    expect(said(true)).toEqual([...said(), 'photo/rejected-before']);
    expect(said(false)).toEqual(said());
    expect(judgeWithAnswers(evidenceOf(), factsOf(), { ...noAnswers, wasRejected: true }).verdict).toBe('review');
  });

  it('is for a person where every face was covered without a look, though nothing else is found', () => {
    expect(judgeWithAnswers(evidenceOf(), factsOf(), noAnswers).verdict).toBe('clear');
    const unseen = judgeWithAnswers(evidenceOf(), factsOf(), { ...noAnswers, areCoversUnseen: true });
    expect(unseen.verdict).toBe('review');
    expect(unseen.findings.map(({ code }) => code)).toContain('photo/covers-unseen');
  });

  it('rules out whom it says on the faces it says, and whoever comes next is read instead', () => {
    const [first, second] = [faceAt(100), faceAt(400)];
    const both = (score: number) => [
      { pupil: 'p1', score: 0.9 },
      { pupil: 'p2', score },
    ];
    const match = {
      compared: ['p1', 'p2'],
      faces: [
        { incomparable: null, candidates: both(0.8) },
        { incomparable: null, candidates: both(0.01) },
      ],
    };
    const evidence = evidenceOf({ ...twoFaces, match });
    const found = (...denied: readonly (readonly [string, Box])[]) => {
      const notThisPupil = denied.map(([pupilId, box]) => ({ pupilId, box }));
      const { findings } = judgeWithAnswers(evidence, facts, { ...noAnswers, notThisPupil });
      return findings
        .filter(({ code }) => code === 'match/on-register')
        .map(({ subject, pupils }) => `${subject}: ${pupils?.join()}`);
    };
    expect(found(['p1', first.box])).toEqual(['face 1: p2', 'face 2: p1']);
    expect(found(['p1', first.box], ['p1', second.box])).toEqual(['face 1: p2']);
    expect(found(['p2', second.box])).toEqual(found());
    // A crop moves a box by less than a pixel; half of the union is the same face, a little less is another.
    const moved = (share: number) => ({ ...first.box, x: first.box.x + first.box.width * share });
    expect(found(['p1', moved(1 / 3)])).toEqual(['face 1: p2', 'face 2: p1']);
    expect(found(['p1', moved(0.35)])).toEqual(found());
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
