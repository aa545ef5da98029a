import { intersectionOverUnion, type Box } from '../lib/geometry.ts';
import { findingOf } from './finding-of.ts';
import { foldVerdict } from './fold-verdict.ts';
import { judge } from './judge.ts';
import { calledName } from './matching/called-name.ts';
import { whoMayNotAppear } from './matching/who-may-not-appear.ts';
import { countOf, listOf } from './sentence.ts';
import type { DrawnFace } from './words/drawn-face.ts';
import type { Evidence, FaceMatch } from './words/evidence.ts';
import type { Coverage, Finding, Verdict } from './words/finding.ts';
import type { PupilId } from './words/people.ts';
import type { Facts } from './words/rule.ts';
import { whyNotCompared, withDrawnFaces } from './with-drawn-faces.ts';

/** What people said about a picture. All of it is about the picture as it is now, covers and crops included. */
export interface PeopleAnswers {
  /** "Cannot tell" counts as here. */
  readonly lineUp: readonly { readonly pupilId: PupilId; readonly answer: 'here' | 'not-here' | 'cannot-tell' }[];
  readonly notThisPupil: readonly { readonly pupilId: PupilId; readonly box: Box }[];
  readonly drawnFaces: readonly DrawnFace[];
  /** Somebody turned the same picture down before this one was sent. */
  readonly wasRejected?: boolean;
  /** Every face was covered together with those of other photos, without anybody looking at this one. */
  readonly areCoversUnseen?: boolean;
}

/** Nobody said anything yet. */
export const noAnswers: PeopleAnswers = { lineUp: [], notThisPupil: [], drawnFaces: [] };

/** Two boxes that share this much are of the same face, also after a crop moved it by a pixel. */
const sameFace = 0.5;

/** The likeness of a pupil whom a person has ruled out is taken as none; the evidence as stored is not changed. */
function ruleOut(evidence: Evidence, answers: PeopleAnswers): Evidence {
  const { faces, match } = evidence;
  if (answers.notThisPupil.length === 0 || faces.status !== 'observed' || match.status !== 'observed') return evidence;
  const isRuledOut = (pupil: PupilId, index: number): boolean =>
    answers.notThisPupil.some(({ pupilId, box }) => {
      const face = faces.value[index];
      return pupilId === pupil && face !== undefined && intersectionOverUnion(face.box, box) >= sameFace;
    });
  const compared = match.value.faces.map((face, index): FaceMatch => {
    const candidates = face.candidates.map((one) => (isRuledOut(one.pupil, index) ? { ...one, score: 0 } : one));
    return { ...face, candidates: candidates.sort((a, b) => b.score - a.score) };
  });
  return { ...evidence, match: { ...match, value: { ...match.value, faces: compared } } };
}

/** Nobody was compared with a drawn face that could not be compared, so a person must look for everybody. */
function whoNeedsLineUp(coverage: Coverage, facts: Facts, reasons: readonly string[]): readonly PupilId[] {
  if (reasons.length === 0) return coverage.lineUp;
  return [...new Set(facts.register.map((entry) => entry.pupil.id))].sort();
}

/** A person saw the pupil, or could not rule them out. */
function readLineUp(facts: Facts, answers: PeopleAnswers): Finding[] {
  const register = whoMayNotAppear(facts);
  return answers.lineUp.flatMap(({ pupilId, answer }) => {
    const entry = register.get(pupilId);
    if (entry === undefined || answer === 'not-here') return [];
    const name = calledName(entry.pupil);
    const reason =
      answer === 'here'
        ? `${name}, who may not appear here, was seen in the line-up.`
        : `In the line-up nobody could tell whether ${name}, who may not appear here, is in the photo.`;
    return [findingOf({ code: `line-up/${answer}`, severity: 'block', reason, pupils: [pupilId] })];
  });
}

function readDrawnFaces(reasons: readonly string[]): Finding[] {
  if (reasons.length === 0) return [];
  const what = countOf(reasons.length, 'face');
  const why = listOf([...new Set(reasons)], 'and');
  const reason = `${what} drawn by hand ${reasons.length === 1 ? 'is' : 'are'} neither covered nor compared (${why}): look for everybody in the line-up.`;
  return [findingOf({ code: 'faces/drawn', severity: 'review', reason })];
}

function sayRejected({ wasRejected = false }: PeopleAnswers): Finding[] {
  if (!wasRejected) return [];
  const reason = 'This picture, or one that looks the same, was rejected or deleted by a colleague before it was sent.';
  return [findingOf({ code: 'photo/rejected-before', severity: 'review', reason })];
}

function sayUnseen({ areCoversUnseen = false }: PeopleAnswers): Finding[] {
  if (!areCoversUnseen) return [];
  const reason = 'Every face that was found was covered without a look at this photo: see whether one was missed.';
  return [findingOf({ code: 'photo/covers-unseen', severity: 'review', reason })];
}

function sayLeft(left: number): Finding[] {
  if (left === 0) return [];
  const who = left === 1 ? '1 pupil who may not appear here' : `${left} pupils who may not appear here`;
  const reason = `${who} could not be compared with the faces: open the line-up and look for them.`;
  return [findingOf({ code: 'line-up/needed', severity: 'review', reason })];
}

function coverageAfter(coverage: Coverage, needed: readonly PupilId[], left: readonly PupilId[]): Coverage {
  if (needed.length === 0) return coverage;
  const answered = needed.length - left.length;
  if (answered === 0) return { ...coverage, lineUp: left };
  const done = `${answered} of ${needed.length} in the line-up ${answered === 1 ? 'was' : 'were'} answered by a person.`;
  return { ...coverage, lineUp: left, line: `${coverage.line} ${done}` };
}

/**
 * The verdict on a picture, with what people said about it. Pure and total. Answers only ever settle the question they
 * answer: a line-up answered in full ends the call for the line-up, a ruled-out likeness ends that likeness, and being
 * seen, or not being ruled out, blocks.
 */
export function judgeWithAnswers(evidence: Evidence, facts: Facts, answers: PeopleAnswers): Verdict {
  const uncompared = answers.drawnFaces.map((drawn) => whyNotCompared(drawn, evidence)).filter((why) => why !== null);
  const verdict = judge(ruleOut(withDrawnFaces(evidence, answers.drawnFaces), answers), facts);
  const needed = whoNeedsLineUp(verdict.coverage, facts, uncompared);
  const answered = new Set(answers.lineUp.map((one) => one.pupilId));
  const left = needed.filter((pupil) => !answered.has(pupil));
  const others = verdict.findings.filter((finding) => finding.code !== 'line-up/needed');
  const findings = [
    ...readLineUp(facts, answers),
    ...others,
    ...sayRejected(answers),
    ...sayUnseen(answers),
    ...readDrawnFaces(uncompared),
    ...sayLeft(left.length),
  ];
  return {
    ...verdict,
    verdict: foldVerdict(findings),
    findings,
    coverage: coverageAfter(verdict.coverage, needed, left),
  };
}
