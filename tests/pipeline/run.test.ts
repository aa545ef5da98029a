import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Detector } from '../../src/detectors/detector.ts';
import type { DetectorSet } from '../../src/detectors/registry.ts';
import { AppError } from '../../src/lib/app-error.ts';
import { Journey } from '../../src/pipeline/journey.ts';
import { runStages } from '../../src/pipeline/run.ts';
import type { ScreenRequest, StageStep } from '../../src/pipeline/screening-words.ts';
import { stageNames } from '../../src/pipeline/stage.ts';
import type { EvidenceName, EvidenceValues, Face } from '../../src/policy/words/evidence.ts';
import { landscape } from '../support/make-photos.ts';

const point = { x: 1, y: 1 };
const face: Face = {
  box: { x: 10, y: 10, width: 50, height: 50 },
  ...{ score: 0.9, sizePx: 50, frontality: 1, sharpness: 1 },
  landmarks: { eyeLeft: point, eyeRight: point, nose: point, mouthLeft: point, mouthRight: point },
};

const answering = <Name extends EvidenceName>(observes: Name, observe: Detector<Name>['observe']): Detector<Name> => ({
  id: `test-${observes}`,
  version: '1',
  observes,
  needs: [],
  observe,
});

const saying = <Name extends EvidenceName>(observes: Name, value: EvidenceValues[Name]): Detector<Name> =>
  answering(observes, () => Promise.resolve(value));

function detectors(changes: Partial<DetectorSet> = {}): DetectorSet {
  const attire = saying('attire', { swimwear: 0, water: 0, people: [] });
  const text = saying('text', []);
  return {
    faces: saying('faces', [face]),
    templateModel: 'test@1',
    describeBox: () => Promise.resolve(face),
    nudity: saying('nudity', { score: 0 }),
    attire: { ...attire, needs: ['faces'] },
    text: { ...text, needs: ['faces'] },
    matcher: (gallery) =>
      Promise.resolve({
        ...saying('match', {
          compared: [...gallery.keys()],
          faces: [{ incomparable: null, candidates: [...gallery.keys()].map((pupil) => ({ pupil, score: 0.9 })) }],
        }),
        needs: ['faces'],
      }),
    enrol: () => Promise.reject(new AppError('reference-unusable')),
    compareFaces: () => Promise.resolve({ facesA: [], facesB: [], pairs: [] }),
    ...changes,
  };
}

describe('the stages of a photo', () => {
  let folder = '';
  let field = '';
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'photoward-stages-'));
    field = path.join(folder, 'field.jpg');
    writeFileSync(field, await landscape());
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  async function run(set: DetectorSet, changes: Partial<ScreenRequest> = {}, stageTimeoutMs = 5000) {
    const request = { path: field, compare: ['p1'], cleanTo: null, cleanLongEdgePx: null, ...changes };
    const gallery = new Map(['p1', 'p2'].map((pupil) => [pupil, { templates: [{}], ageYears: null, isAged: false }]));
    const journey = new Journey(request, set, gallery);
    const steps: StageStep[] = [];
    await runStages(journey, stageTimeoutMs, (step) => steps.push(step));
    return { journey, steps, evidence: journey.evidence };
  }
  const statuses = (evidence: Journey['evidence']): Record<string, string> =>
    Object.fromEntries(Object.entries(evidence).map(([name, item]) => [name, item.status]));

  it('run in reading order, are timed, and each reports what it saw', async () => {
    const { steps, evidence } = await run(detectors());
    expect(steps.map(({ stage }) => stage)).toEqual(stageNames);
    expect(steps.every(({ tookMs }) => tookMs >= 0 && tookMs < 5000)).toBe(true);
    expect(Object.assign({}, ...steps.map(({ observed }) => observed))).toEqual(evidence);
    expect(new Set(Object.values(statuses(evidence)))).toEqual(new Set(['observed']));
    expect(Object.keys(evidence).sort()).toEqual(
      ['attire', 'clean', 'faces', 'file', 'match', 'metadata', 'nudity', 'text'].sort(),
    );
  });

  it('turn a detector’s error into failed evidence, with its code, and go on', async () => {
    const broken = answering('faces', () => Promise.reject(new AppError('model-altered', { detail: 'a.onnx' })));
    const { evidence } = await run(detectors({ faces: broken }));
    expect(evidence.faces).toMatchObject({
      status: 'failed',
      detector: 'test-faces',
      error: { code: 'model-altered' },
    });
    for (const name of ['match', 'attire', 'text'] as const) {
      expect(evidence[name]).toMatchObject({ status: 'failed', error: { code: 'model-altered' } });
    }
    expect(evidence.nudity?.status).toBe('observed');
    expect(evidence.clean?.status).toBe('observed');
  });

  it('call a bug internal, without a word of its stack', async () => {
    const buggy = answering('nudity', () => Promise.reject(new TypeError('x is not y')));
    const { evidence } = await run(detectors({ nudity: buggy }));
    expect(evidence.nudity).toMatchObject({ status: 'failed', error: { code: 'internal' } });
    expect(JSON.stringify(evidence.nudity)).toContain('TypeError: x is not y');
    expect(JSON.stringify(evidence.nudity)).not.toContain('.ts');
  });

  it('end a check that takes too long, tell it so, and ask for a fresh process', async () => {
    let told: unknown;
    const slow = answering('nudity', (_photo, _needed, signal) => {
      signal.addEventListener('abort', () => (told = signal.reason as unknown));
      return new Promise(() => undefined);
    });
    const { evidence, journey } = await run(detectors({ nudity: slow }), {}, 300);
    expect(evidence.nudity).toMatchObject({ status: 'failed', error: { code: 'timed-out' } });
    expect(told).toMatchObject({ code: 'timed-out' });
    expect(journey.overran).toBe(true);
    expect(evidence.text?.status).toBe('observed');
  });

  it('say the same reason for everything that needs a picture, when there is none', async () => {
    const cut = path.join(folder, 'cut.jpg');
    writeFileSync(cut, readFileSync(field).subarray(0, 3000));
    const { evidence } = await run(detectors(), { path: cut });
    const { metadata, ...rest } = evidence;
    expect(metadata?.status).toBe('observed');
    for (const item of Object.values(rest))
      expect(item).toMatchObject({ status: 'failed', error: { code: 'decode-failed' } });

    const none = await run(detectors(), { path: path.join(folder, 'none.jpg') });
    for (const item of Object.values(none.evidence)) {
      expect(item).toMatchObject({ status: 'failed', error: { code: 'file-not-found' } });
    }
  });

  it('write the clean copy whole, or not at all', async () => {
    const target = path.join(folder, 'copy.jpg');
    const { evidence } = await run(detectors(), { cleanTo: target });
    expect(evidence.clean).toMatchObject({ status: 'observed', value: { bytes: readFileSync(target).length } });
    expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
    const nowhere = await run(detectors(), { cleanTo: path.join(folder, 'no', 'copy.jpg') });
    expect(nowhere.evidence.clean).toMatchObject({ status: 'failed', error: { code: 'clean-failed' } });
  });

  it('compare only with the pupils asked for', async () => {
    const { evidence } = await run(detectors(), { compare: ['p2'] });
    expect(evidence.match).toMatchObject({ value: { compared: ['p2'] } });
  });

  it('tell nobody to look for from nobody who can be compared', async () => {
    const off = { off: 'no register was given' };
    expect((await run(detectors(), { compare: off })).evidence.match).toEqual({ status: 'off', why: off.off });
    const empty = await run(detectors(), { compare: [] });
    expect(empty.evidence.match).toMatchObject({
      status: 'observed',
      value: { compared: [], faces: [{ incomparable: null, candidates: [] }] },
    });
    const noFaces = await run(detectors({ faces: saying('faces', []) }), { compare: off });
    expect(noFaces.evidence.match).toMatchObject({ status: 'observed', value: { compared: [], faces: [] } });
  });
});
