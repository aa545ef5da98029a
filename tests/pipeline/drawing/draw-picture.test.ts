import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { photoFromRaster } from '../../../src/pipeline/decode/photo-from-raster.ts';
import { drawPicture } from '../../../src/pipeline/drawing/draw-picture.ts';
import { markingsFor, type Markings } from '../../../src/pipeline/drawing/marks.ts';
import type { Evidence, Face } from '../../../src/policy/words/evidence.ts';
import type { Finding } from '../../../src/policy/words/finding.ts';

const grey = (width: number, height: number) =>
  photoFromRaster({ width, height, data: new Uint8Array(width * height * 3).fill(128) });
const square = [
  { x: 100, y: 100 },
  { x: 200, y: 100 },
  { x: 200, y: 200 },
  { x: 100, y: 200 },
];

describe('marked pictures', () => {
  const markings: Markings = {
    verdict: 'block',
    marks: [{ label: 'face 1', corners: square, severity: 'block' }],
    reasons: [{ severity: 'block', text: 'Face 1 is <likely> & so on. '.repeat(12) }],
  };

  it('outline what was found where it is, and leave the rest alone', async () => {
    const jpeg = await drawPicture(grey(800, 600), markings);
    const { data, info } = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number): number[] => [
      ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
    ];
    const [red, green, blue] = at(100, 150) as [number, number, number];
    expect(red).toBeGreaterThan(120);
    expect(Math.max(green, blue)).toBeLessThan(90);
    for (const [x, y] of [
      [150, 150],
      [400, 400],
      [700, 100],
    ] as const) {
      for (const value of at(x, y)) expect(Math.abs(value - 128)).toBeLessThan(6);
    }
    expect(info.width).toBe(800);
    expect(info.height).toBeGreaterThan(660);
    const strip = data.subarray(info.width * 3 * 610);
    expect(strip.reduce((least, value) => Math.min(least, value), 255)).toBeLessThan(100);
  });

  it.each([
    [16, 16],
    [3000, 20],
    [20, 3000],
    [5000, 4000],
  ])('fit photos of %i x %i', async (width, height) => {
    const corner = { x: width - 1, y: height - 1 };
    const mark = { label: 'text 1', corners: [corner, corner, corner, corner], severity: null } as const;
    const { width: drawn } = await sharp(
      await drawPicture(grey(width, height), { ...markings, marks: [mark] }),
    ).metadata();
    expect(drawn).toBeGreaterThanOrEqual(640);
    expect(drawn).toBeLessThanOrEqual(Math.max(1600, 480 * Math.ceil(width / height)));
  });

  it('give each face its gravest finding, and nothing that only the safeguarding lead may read', () => {
    const point = { x: 0, y: 0 };
    const face: Face = {
      box: { x: 1, y: 2, width: 30, height: 40 },
      landmarks: { eyeLeft: point, eyeRight: point, nose: point, mouthLeft: point, mouthRight: point },
      ...{ score: 1, sizePx: 30, frontality: 1, sharpness: 1 },
    };
    const off = { status: 'off', why: 'not asked' } as const;
    const faces = { status: 'observed', detector: 'x', version: '1', value: [face, face] } as const;
    const evidence: Evidence = {
      faces,
      ...{ file: off, metadata: off, clean: off, match: off, attire: off, nudity: off, text: off },
    };
    const finding = (
      subject: Finding['subject'],
      severity: Finding['severity'],
      audience: Finding['audience'] = 'everyone',
    ) => ({ code: 'a/b', reason: `About ${subject}.`, subject, severity, audience }) satisfies Finding;
    const findings = [finding('photo', 'block', 'dsl'), finding('face 2', 'review'), finding('face 2', 'note')];
    const coverage = { mayBeHere: 0, matched: 0, lineUp: [], line: '' };
    const { marks, reasons } = markingsFor(evidence, { verdict: 'block', findings, coverage, policyVersion: '1' });
    expect(marks.map(({ label, severity }) => [label, severity])).toEqual([
      ['face 1', null],
      ['face 2', 'review'],
    ]);
    expect(marks[0]?.corners).toEqual([
      { x: 1, y: 2 },
      { x: 31, y: 2 },
      { x: 31, y: 42 },
      { x: 1, y: 42 },
    ]);
    expect(reasons.map(({ text }) => text)).toEqual(['face 2: About face 2.', 'face 2: About face 2.']);
  });
});
