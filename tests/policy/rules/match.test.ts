import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/policy/judge.ts';
import { lineUpRule } from '../../../src/policy/rules/line-up.ts';
import { matchRule } from '../../../src/policy/rules/match.ts';
import type { Face, FaceMatch } from '../../../src/policy/words/evidence.ts';
import { entryOf, evidenceOf, faceAt, factsOf, pupilOf } from '../evidence-of.ts';

const sam = pupilOf('sam', 'Sam', 'Jones', { siblings: ['ali'] });
const ali = pupilOf('ali', 'Ali', 'Jones');
const kim = pupilOf('kim', 'Kim', 'Lee');
const may = pupilOf('may', 'May', 'Free');
const facts = factsOf({ register: [sam, ali, kim].map((pupil) => entryOf(pupil)), roll: [sam, ali, kim, may] });

const like = (...scores: [string, number][]): FaceMatch => ({
  incomparable: null,
  candidates: scores.map(([pupil, score]) => ({ pupil, score })),
});
const stranger = like(['sam', 0.05]);

interface More {
  readonly faces?: Face[];
  readonly compared?: string[];
  readonly likely?: number;
  readonly possible?: number;
}
function findingsFor(matches: FaceMatch[], { likely = 0.5, possible = 0.3, ...more }: More = {}): string[] {
  const faces = more.faces ?? matches.map((_, at) => faceAt(at * 200));
  const policy = { ...facts.policy, match: { ...facts.policy.match, likely, possible } };
  const evidence = evidenceOf({ faces, match: { compared: more.compared ?? ['sam', 'ali', 'kim'], faces: matches } });
  return judge(evidence, { ...facts, policy }, [matchRule]).findings.map(({ severity, code, subject, pupils }) =>
    `${severity} ${code.slice(6)} ${subject} ${pupils?.join('+') ?? ''}`.trim(),
  );
}

describe('match', () => {
  it.each<[string, FaceMatch[], string[]]>([
    ['nobody alike', [stranger, stranger], []],
    ['likely', [like(['kim', 0.5])], ['block on-register face 1 kim']],
    ['possible', [stranger, like(['kim', 0.3])], ['review possible face 2 kim']],
    ['just below possible', [like(['kim', 0.2999])], []],
    ['two unrelated near each other', [like(['kim', 0.6], ['ali', 0.55])], ['block look-alike face 1 kim+ali']],
    ['two unrelated apart', [like(['kim', 0.9], ['ali', 0.7])], ['block on-register face 1 kim']],
    ['siblings at twice the distance', [like(['sam', 0.9], ['ali', 0.75])], ['block look-alike face 1 sam+ali']],
    ['siblings further apart', [like(['sam', 0.9], ['ali', 0.6])], ['block on-register face 1 sam']],
    ['siblings across the limit', [like(['sam', 0.55], ['ali', 0.45])], ['review look-alike face 1 sam+ali']],
    ['alike to one who may appear', [like(['may', 0.6], ['kim', 0.55])], ['review look-alike face 1 kim+may']],
    ['only alike to one who may appear', [like(['may', 0.9], ['kim', 0.1])], []],
    [
      'the same pupil twice',
      [like(['kim', 0.6]), like(['kim', 0.9])],
      ['block on-register face 2 kim', 'note repeated face 1 kim'],
    ],
    [
      'the same pupil twice, with a second choice',
      [like(['kim', 0.6], ['ali', 0.4]), like(['kim', 0.9])],
      ['block on-register face 2 kim', 'review look-alike face 1 ali+kim'],
    ],
    ['somebody nobody knows', [like(['gone', 0.8])], ['unknown unclear face 1']],
    ['a face nobody compared', [like()], ['unknown unclear face 1']],
  ])('%s', (_, matches, expected) => {
    expect(findingsFor(matches)).toEqual(expected);
  });

  it('blocks on nobody whose reference photos are too old to count as compared', () => {
    const compared = ['sam', 'ali'];
    const aged = (face: FaceMatch): FaceMatch => ({
      ...face,
      candidates: face.candidates.map((one) => (one.pupil === 'kim' ? { ...one, isAged: true } : one)),
    });
    expect(findingsFor([aged(like(['kim', 0.9]))], { compared })).toEqual(['review possible face 1 kim']);
    expect(findingsFor([aged(like(['kim', 0.6], ['ali', 0.55]))], { compared })).toEqual([
      'review look-alike face 1 kim+ali',
    ]);
  });

  it('asks a person about faces that could be recognised but not compared', () => {
    const blurred: FaceMatch = { incomparable: 'too-blurred', candidates: [] };
    expect(findingsFor([blurred])).toEqual(['review incomparable face 1']);
    expect(findingsFor([blurred], { faces: [faceAt(0, { heightPx: 20 })] })).toEqual([]);
    // Nobody to compare with: the line-up asks instead.
    expect(findingsFor([blurred], { compared: [] })).toEqual([]);
    // A doubtful face in a photo of people may well be one; alone and small it is mostly none.
    const doubtful = faceAt(0, { score: 0.3, heightPx: 40 });
    expect(findingsFor([blurred], { faces: [doubtful] })).toEqual(['note incomparable face 1']);
    expect(findingsFor([blurred, stranger], { faces: [doubtful, faceAt(200)] })).toEqual([
      'review incomparable face 1',
    ]);
    // What is hardly a face asks for nobody, in a photo of people either.
    const unlikely = faceAt(0, { score: 0.05, heightPx: 80 });
    expect(findingsFor([blurred, stranger], { faces: [unlikely, faceAt(200)] })).toEqual(['note incomparable face 1']);
    expect(findingsFor([blurred], { faces: [faceAt(0, { score: 0.3, heightPx: 300 })] })).toEqual([
      'review incomparable face 1',
    ]);
  });

  it('asks about a hidden face as whoever it is like, and else as one that could be anybody', () => {
    const hidden = (...scores: [string, number][]): FaceMatch => ({ ...like(...scores), incomparable: 'too-hidden' });
    expect(findingsFor([hidden(['kim', 0.35])])).toEqual(['review possible face 1 kim']);
    expect(findingsFor([hidden(['kim', 0.2], ['ali', 0.1])])).toEqual(['review incomparable face 1']);
    expect(findingsFor([hidden(['kim', 0.35]), like(['kim', 0.9])]).sort()).toEqual([
      'block on-register face 2 kim',
      'note repeated face 1 kim',
      'review incomparable face 1',
    ]);
    expect(findingsFor([hidden(['kim', 0.35])], { possible: 0.4 })).toEqual(['review incomparable face 1']);
    expect(findingsFor([hidden(['kim', 0.25])], { possible: 0.2 })).toEqual(['review possible face 1 kim']);
  });

  it('blocks on no likeness that was raised because little is seen', () => {
    const [first] = like(['kim', 0.49]).candidates;
    const raised = { ...first!, isLifted: true };
    expect(findingsFor([{ incomparable: null, candidates: [raised] }], { likely: 0.4 })).toEqual([
      'review possible face 1 kim',
    ]);
    // Nor does one take a block away from somebody who is likely to be here.
    const both = [...like(['ali', 0.56]).candidates, raised];
    expect(findingsFor([{ incomparable: null, candidates: both }])).toEqual(['block on-register face 1 ali']);
  });

  it('says of which face it could not be told who it is, and why', () => {
    const reasons = (score: number, heightPx: number, incomparable: FaceMatch['incomparable']) => {
      const faces = [faceAt(0), faceAt(200, { score, heightPx })];
      const match = { compared: ['sam', 'ali', 'kim'], faces: [stranger, { incomparable, candidates: [] }] };
      return judge(evidenceOf({ faces, match }), facts, [matchRule]).findings.map(
        ({ reason }) => reason.split('. ')[0],
      );
    };
    const { certain } = facts.policy.faces;
    const least = facts.policy.match.recognisablePx / 0.8;
    expect(reasons(certain, 100, 'too-blurred')).toEqual(['Face 2 is too blurred to compare']);
    expect(reasons(certain - 0.001, 100, 'turned-away')).toEqual([
      'Face 2, if it is one, is turned too far away to compare',
    ]);
    expect(reasons(certain, least, 'too-small')).toEqual(['Face 2 is too small to compare']);
    expect(reasons(certain, least - 1, 'too-small')).toEqual([]);
    expect(reasons(certain, 100, null)).toEqual(['Face 2 was not compared, and nothing says why.']);
  });

  it.each<[string, FaceMatch[], string[]]>([
    [
      'just alike',
      [stranger, like(['gone', 0.3])],
      ['face 2: Face 2 is like a pupil who is no longer in the list of pupils.'],
    ],
    ['hardly alike', [stranger, like(['gone', 0.2999])], []],
  ])('concludes nothing from a face that is %s to nobody known', (_, faces, expected) => {
    const policy = { ...facts.policy, match: { ...facts.policy.match, possible: 0.3 } };
    const evidence = evidenceOf({ faces: [faceAt(0), faceAt(200)], match: { compared: ['sam'], faces } });
    const { findings } = judge(evidence, { ...facts, policy }, [matchRule]);
    expect(findings.map(({ subject, reason }) => `${subject}: ${reason}`)).toEqual(expected);
  });

  it('concludes nothing when faces and answers do not fit together', () => {
    expect(findingsFor([stranger], { faces: [faceAt(0), faceAt(200)] })).toEqual(['unknown unclear photo']);
  });

  it('names somebody who was not expected here', () => {
    const unexpected = { ...facts, register: [], offRoll: facts.register, roll: [may] };
    const evidence = evidenceOf({ faces: [faceAt(0)], match: { compared: ['kim'], faces: [like(['kim', 0.9])] } });
    expect(judge(evidence, unexpected).findings[0]!.reason).toBe(
      'Face 1 is likely to be Kim Lee, who may not appear here.',
    );
  });
});

describe('line-up', () => {
  it.each([
    [['sam', 'ali', 'kim'], [faceAt(0)], 0, 'Matching covers all 3 restricted pupils who may be here.'],
    [
      ['sam'],
      [faceAt(0)],
      1,
      'Matching covers 1 of 3 restricted pupils who may be here. 2 need a person: open the line-up.',
    ],
    [
      ['sam', 'ali'],
      [faceAt(0)],
      1,
      'Matching covers 2 of 3 restricted pupils who may be here. 1 needs a person: open the line-up.',
    ],
    [
      [],
      [faceAt(0)],
      1,
      'Matching covers 0 of 3 restricted pupils who may be here. 3 need a person: open the line-up.',
    ],
    [[], [], 0, 'No faces were found to compare with 3 restricted pupils who may be here.'],
    [
      [],
      [faceAt(0, { score: 0.3, heightPx: 40 })],
      0,
      'No faces were found to compare with 3 restricted pupils who may be here.',
    ],
  ])('with %j compared', (compared, faces, count, line) => {
    const evidence = evidenceOf({ faces, match: { compared, faces: faces.map(() => stranger) } });
    const { findings, coverage } = judge(evidence, facts, [lineUpRule]);
    expect(findings.filter((finding) => finding.severity === 'review')).toHaveLength(count);
    expect(coverage.line).toBe(line);
    expect(coverage.matched + coverage.lineUp.length).toBe(faces.some((face) => face.score > 0.5) ? 3 : 0);
  });

  it('speaks of one pupil in the singular, and of none plainly', () => {
    const line = (compared: string[], register: typeof facts.register): string =>
      judge(
        evidenceOf({ faces: [faceAt(0)], match: { compared, faces: [stranger] } }),
        factsOf({ register, roll: facts.roll }),
      ).coverage.line;
    expect(line(['sam'], [entryOf(sam)])).toBe('Matching covers the 1 restricted pupil who may be here.');
    expect(line([], [entryOf(sam)])).toBe(
      'Matching covers 0 of 1 restricted pupil who may be here. 1 needs a person: open the line-up.',
    );
    expect(line([], [])).toBe('No restricted pupil may be here.');
  });

  it('does not say who may be in a photo without faces when no register was read', () => {
    const evidence = evidenceOf({ faces: [], match: { compared: [], faces: [] } });
    const { coverage } = judge(evidence, factsOf({ register: [], roll: [] }));
    expect(coverage.line).toBe('No face was found to compare.');
  });
});
