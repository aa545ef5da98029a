import { expect, it } from 'vitest';
import { summariseMetadata } from '../../src/pipeline/metadata/summarise-metadata.ts';
import { defaultHandlingPolicy } from '../../src/policy/default-handling-policy.ts';
import { enclosedKinds } from '../../src/policy/words/evidence.ts';
import { auditActions } from '../../src/store/audit-actions.ts';
import { removedDataCy } from '../../src/web/strings/removed-data-cy.ts';
import { stringsCy } from '../../src/web/strings/strings-cy.ts';
import { translateProblem } from '../../src/web/strings/translate-problem.ts';

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
