import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../src/detectors/faces/candidate.ts';
import { joinCandidates } from '../../../src/detectors/faces/join-candidates.ts';
import { sourceNames, type SourceName } from '../../../src/detectors/faces/sources.ts';

const face = (x: number, score: number, sidePx = 100): Candidate => ({
  box: { x, y: 50, width: sidePx, height: sidePx },
  score,
});

const shipped = sourceNames.filter((source) => source !== 'yunet1024');

/** What every source says, at like places. */
const allSay = (...candidates: readonly Candidate[]): Partial<Record<SourceName, readonly Candidate[]>> =>
  Object.fromEntries(shipped.map((source) => [source, candidates]));

describe('joining what the detectors say', () => {
  it('makes one sure face of boxes that all sources see in one place', () => {
    const found = { ...allSay(face(100, 0.95)), faceBoxes2048: [face(104, 0.95), face(98, 0.4)] };
    const [only, ...others] = joinCandidates(found, 1024);
    expect(others).toEqual([]);
    expect(only!.score).toBeGreaterThan(0.9);
    expect(only!.box.x).toBeCloseTo(101, 0);
  });

  it('believes a place less when only one source sees it, and least when the others looked and saw nothing', () => {
    const nothing = allSay();
    const score = (found: typeof nothing): number => joinCandidates(found, 1024)[0]?.score ?? 0;
    const one = score({ ...nothing, ultraFace640: [face(100, 0.5)] });
    const two = score({ ...nothing, ultraFace640: [face(100, 0.5)], faceBoxes2048: [face(100, 0.5)] });
    expect(one).toBeLessThan(two);
    expect(two).toBeLessThan(score(allSay(face(100, 0.95))));
  });

  it('keeps two faces cheek to cheek when both are likely', () => {
    // They share 52 of 148 pixels of their union.
    const faces = joinCandidates(allSay(face(100, 0.99), face(148, 0.97)), 1024);
    expect(faces.map(({ box }) => Math.round(box.x)).sort((a, b) => a - b)).toEqual([100, 148]);
  });

  it('drops an unlikely second box on a sure face, and keeps one that stands apart', () => {
    const weak = (x: number): Partial<Record<SourceName, readonly Candidate[]>> => ({
      ...allSay(face(100, 0.99)),
      faceBoxes2048: [face(100, 0.99), face(x, 0.6)],
    });
    expect(joinCandidates(weak(148), 1024)).toHaveLength(1);
    const [, apart] = joinCandidates(weak(400), 1024);
    expect(apart!.score).toBeLessThan(0.5);
  });

  it('drops the head around a face, and what lies between two faces', () => {
    const head = { box: { x: 60, y: 10, width: 200, height: 230 }, score: 0.97 };
    const inner = { box: { x: 100, y: 60, width: 120, height: 130 }, score: 0.99 };
    expect(joinCandidates(allSay(inner, head), 1024)).toHaveLength(1);
    const between = { box: { x: 165, y: 50, width: 100, height: 100 }, score: 0.96 };
    expect(joinCandidates(allSay(face(100, 0.99), face(215, 0.98), between), 1024)).toHaveLength(2);
  });
});
