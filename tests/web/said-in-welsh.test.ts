import { expect, it } from 'vitest';
import { AppError, type ErrorCode } from '../../src/lib/app-error.ts';
import { summariseMetadata } from '../../src/pipeline/metadata/summarise-metadata.ts';
import { defaultHandlingPolicy } from '../../src/policy/default-handling-policy.ts';
import { enclosedKinds } from '../../src/policy/words/evidence.ts';
import { auditActions } from '../../src/store/audit-actions.ts';
import { removedDataCy } from '../../src/web/strings/removed-data-cy.ts';
import { stringsCy } from '../../src/web/strings/strings-cy.ts';
import { judgeWithAnswers, noAnswers, type PeopleAnswers } from '../../src/policy/judge-with-answers.ts';
import type { Evidence, EvidenceItem, MatchEvidence } from '../../src/policy/words/evidence.ts';
import { translateProblem } from '../../src/web/strings/translate-problem.ts';
import { translateSentences } from '../../src/web/strings/translate-sentences.ts';
import { whoWasLookedForCy } from '../../src/web/strings/who-was-looked-for-cy.ts';
import { entryOf, evidenceOf, faceAt, factsOf, pupilOf } from '../policy/evidence-of.ts';

it('has Welsh for all that a photo’s history and an unchanged checklist say', () => {
  const history = Object.entries(auditActions).flatMap(([action, said]) => (action.startsWith('photo/') ? [said] : []));
  const questions = defaultHandlingPolicy.uploadQuestions.map(({ question }) => question);
  const without = [...history, ...questions].filter((said) => translateProblem(stringsCy.problems, said) === null);
  expect([history.length > 20, without]).toEqual([true, []]);
});

it('says in Welsh what a file held, whatever it was', () => {
  const nothing = {
    ...{ gps: null, takenAt: null, cameraMake: null, cameraModel: null, serialNumber: null, owner: null },
    ...{ copyright: null, software: null, captions: [], keywords: [], people: [], hasThumbnail: false },
    ...{ trailingBytes: 0, items: [] },
  };
  const unreadable = { carrier: 'exif', tag: 'unreadable', value: '' };
  const all = {
    ...{ gps: { latitude: 1, longitude: 1 }, takenAt: '2026-03-02T10:00:00', cameraMake: 'A', cameraModel: 'B' },
    ...{ serialNumber: '1', owner: 'C', copyright: 'D', software: 'E', captions: ['a', 'b'], keywords: ['c'] },
    ...{ people: ['d', 'e', 'f'], hasThumbnail: true, trailingBytes: 900, items: [unreadable] },
  };
  const say = (read: Parameters<typeof summariseMetadata>[0]) =>
    translateProblem(removedDataCy, summariseMetadata(read)!);
  expect(say(all)).toBe(
    'Dywedai’r ffeil hon ble y’i tynnwyd (GPS), rhif cyfresol y camera, eiddo pwy ydyw neu bwy a’i tynnodd, pryd y’i ' +
      'tynnwyd, pa gamera a’i tynnodd a hefyd pa raglen a’i hysgrifennodd; daliai 3 enw, hysbysiad hawlfraint, 2 capsiwn, ' +
      '1 allweddair, mân-lun, 900 beit y tu ôl i’r llun a hefyd bloc na ellid ei ddarllen.',
  );
  expect(say({ ...nothing, software: 'E' })).toBe('Dywedai’r ffeil hon pa raglen a’i hysgrifennodd.');
  for (const kind of enclosedKinds)
    expect(say({ ...nothing, enclosed: [kind] }), kind).toMatch(/^Daliai’r ffeil hon \S/);
  expect(say({ ...nothing, enclosed: ['picture', 'picture', 'film'] })).toBe(
    'Daliai’r ffeil hon 2 llun arall a hefyd ffilm fer (efallai gyda sain).',
  );
  expect(say({ ...nothing, people: ['d'] })).toBe('Daliai’r ffeil hon 1 enw.');
  expect(say({ ...nothing, items: [{ carrier: 'exif', tag: 'x', value: '1' }] })).toBe(
    'Dim ond manylion technegol oedd yn y ffeil hon.',
  );
});

it('says in Welsh who was looked for in a photo, however many they are and whatever kept them from being compared', () => {
  const failed = (code: ErrorCode): EvidenceItem<MatchEvidence> => {
    const error = { code, message: new AppError(code).message };
    return { status: 'failed', detector: 'match', version: '1', error };
  };
  const off = (why: string): EvidenceItem<MatchEvidence> => ({ status: 'off', why });
  const comparedWith = (compared: readonly string[]): EvidenceItem<MatchEvidence> => {
    const face = { incomparable: null, candidates: compared.map((pupil) => ({ pupil, score: 0 })) };
    return { status: 'observed', detector: 'match', version: '1', value: { compared, faces: [face] } };
  };
  const lineOf = (
    count: number,
    match: EvidenceItem<MatchEvidence>,
    answered: number,
    faces = [faceAt(100)],
  ): string => {
    const ids = Array.from({ length: count }, (_, at) => `p${at}`);
    const register = ids.map((id) => entryOf(pupilOf(id, 'Ann', 'Lee')));
    const lineUp = ids.slice(0, answered).map((pupilId) => ({ pupilId, answer: 'not-here' as const }));
    const answers: PeopleAnswers = { ...noAnswers, lineUp };
    const evidence: Evidence = { ...evidenceOf({ faces }), match };
    return judgeWithAnswers(evidence, factsOf({ register }), answers).coverage.line;
  };
  const matches = [
    ...[[], ['p0'], ['p0', 'p1', 'p2']].map(comparedWith),
    ...(['timed-out', 'aborted', 'process-died', 'internal', 'decode-failed', 'model-unsound'] as const).map(failed),
    off('face matching is off until the signed DPIA is recorded'),
    off('nobody on the register has both a complete biometric permission and a usable reference photo'),
    off('the permission to compare faces ended while the photo was looked at'),
  ];
  const lines = [0, 1, 3].flatMap((count) =>
    matches.flatMap((match) => [0, 1, 2].map((answered) => lineOf(count, match, answered))),
  );
  const none = [0, 1, 3].map((count) => lineOf(count, comparedWith([]), 0, []));
  const said = [...new Set([...lines, ...none])];
  expect(said.length).toBeGreaterThan(30);
  const inEnglish = said
    .map((line) => [line, translateSentences(whoWasLookedForCy, line)])
    .filter(
      ([, words]) =>
        words == null || /\b(?:the|of|who|was|were|need|needs|is|no)\b/i.test(words.replace('use shipped', '')),
    );
  expect(inEnglish).toEqual([]);
});
