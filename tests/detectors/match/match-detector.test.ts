import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DecodedPhoto, Detector } from '../../../src/detectors/detector.ts';
import { createFaceDetector } from '../../../src/detectors/faces/create-face-detector.ts';
import { compareFaces } from '../../../src/detectors/match/compare-faces.ts';
import { createMatchDetector } from '../../../src/detectors/match/create-match-detector.ts';
import { enrolReference } from '../../../src/detectors/match/enrol-reference.ts';
import { joinTemplates, type FaceTemplate } from '../../../src/detectors/match/face-template.ts';
import { openFaceEmbedder, type FaceEmbedder } from '../../../src/detectors/match/open-face-embedder.ts';
import { intersectionOverUnion, type Point } from '../../../src/lib/geometry.ts';
import { decodePhoto } from '../../../src/pipeline/decode.ts';
import type { Face, MatchCandidate, MatchEvidence } from '../../../src/policy/words/evidence.ts';

const demo = path.join(import.meta.dirname, '../../../node_modules/@vladmandic/face-api/demo');
const never = new AbortController().signal;
const [likely, possible] = [0.5, 0.3];

let faces: Detector<'faces'>;
let embedder: FaceEmbedder;
let woman: FaceTemplate;

interface Shown {
  readonly photo: DecodedPhoto;
  readonly found: readonly Face[];
}
const detect = async (photo: DecodedPhoto): Promise<Shown> => ({ photo, found: await faces.observe(photo, {}, never) });
const shown = new Map<string, Promise<Shown>>();
/** A demo photo and its faces, found once for all tests of this file. */
function show(file: string): Promise<Shown> {
  const one =
    shown.get(file) ??
    readFile(path.join(demo, file))
      .then((bytes) => decodePhoto(bytes, 'jpeg'))
      .then(detect);
  shown.set(file, one);
  return one;
}
async function crop(file: string, left: number, top: number, width: number, height: number): Promise<DecodedPhoto> {
  const bytes = await sharp(path.join(demo, file)).extract({ left, top, width, height }).png().toBuffer();
  return decodePhoto(bytes, 'png');
}
async function enrol(photo: DecodedPhoto): Promise<FaceTemplate> {
  const enrolment = await enrolReference(embedder, faces, photo);
  if (enrolment.status !== 'usable') throw new Error(enrolment.why);
  return enrolment.template;
}
/** The photo with dark glasses drawn on one face. */
function behindDarkGlasses(photo: DecodedPhoto, { landmarks }: Face): Promise<DecodedPhoto> {
  const eyes = [landmarks.eyeLeft, landmarks.eyeRight];
  const apart = Math.hypot(eyes[1]!.x - eyes[0]!.x, eyes[1]!.y - eyes[0]!.y);
  const glasses = eyes.map(({ x, y }) => `<ellipse cx="${x}" cy="${y}" rx="${apart * 0.4}" ry="${apart * 0.32}"/>`);
  return drawOver(photo, glasses.join(''));
}
/** The photo with a mask drawn on one face, from below the eyes to below the chin. */
function behindMask(
  photo: DecodedPhoto,
  { landmarks: { eyeLeft, eyeRight, mouthLeft, mouthRight } }: Face,
): Promise<DecodedPhoto> {
  const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  const [eyes, mouth] = [middle(eyeLeft, eyeRight), middle(mouthLeft, mouthRight)];
  const [across, down] = [
    { x: eyeRight.x - eyeLeft.x, y: eyeRight.y - eyeLeft.y },
    { x: mouth.x - eyes.x, y: mouth.y - eyes.y },
  ];
  const outline = [[-0.95, 0.4], [0, 0.3], [0.95, 0.4], [0.8, 1.3], [0.35, 1.75], [-0.35, 1.75], [-0.8, 1.3]] as const; // prettier-ignore
  const points = outline.map(([u, v]) => `${eyes.x + across.x * u + down.x * v},${eyes.y + across.y * u + down.y * v}`);
  return drawOver(photo, `<polygon points="${points.join(' ')}" fill="#bcd6e6"/>`);
}
async function drawOver({ full }: DecodedPhoto, shapes: string): Promise<DecodedPhoto> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${full.width}" height="${full.height}">${shapes}</svg>`;
  const image = sharp(full.data, { raw: { width: full.width, height: full.height, channels: 3 } });
  return decodePhoto(
    await image
      .composite([{ input: Buffer.from(svg) }])
      .png()
      .toBuffer(),
    'png',
  );
}
async function matchAgainst({ photo, found }: Shown, gallery: Record<string, FaceTemplate>): Promise<MatchEvidence> {
  const entries = Object.entries(gallery).map(([pupil, template]) => ({ pupil, template }));
  const matcher = await createMatchDetector(embedder, entries);
  return matcher.observe(photo, { faces: found }, never);
}
const bestScore = ({ faces: matches }: MatchEvidence): number =>
  Math.max(0, ...matches.flatMap(({ candidates }) => candidates.map(({ score }) => score)));

beforeAll(async () => {
  [faces, embedder] = await Promise.all([createFaceDetector(), openFaceEmbedder()]);
  woman = await enrol(await crop('sample1.jpg', 1150, 50, 770, 1200));
});

describe('matching', () => {
  it('knows the fair-haired woman of photo 1 in photo 3, and only her', async () => {
    const { faces: matches, compared } = await matchAgainst(await show('sample3.jpg'), { woman });
    expect(compared).toEqual(['woman']);
    const scores = matches.map(({ candidates }) => candidates[0]?.score ?? 0).sort((a, b) => b - a);
    expect(scores[0]).toBeGreaterThan(likely);
    expect(scores[1]).toBeLessThan(possible);
  });

  it.each(['sample2.jpg', 'sample4.jpg', 'sample5.jpg', 'sample6.jpg'])('names nobody in %s', async (file) => {
    expect(bestScore(await matchAgainst(await show(file), { woman }))).toBeLessThan(possible);
  });

  it('gives different answers for two near-identical photos of different people', async () => {
    const [one, other] = [
      await crop('sample6.jpg', 1120, 200, 300, 480),
      await crop('sample6.jpg', 1440, 200, 300, 400),
    ];
    const gallery = { one: await enrol(one), other: await enrol(other) };
    const namesOf = async (photo: DecodedPhoto) =>
      (await matchAgainst(await detect(photo), gallery)).faces.map(({ candidates }) => candidates[0]?.pupil);
    expect(await namesOf(one)).toContain('one');
    expect(await namesOf(other)).toContain('other');
    expect(await namesOf(one)).toEqual(await namesOf(one));
  });

  it('asks for more likeness from small children', async () => {
    const { photo, found } = await show('sample3.jpg');
    const matchAt = async (ageYears: number) => {
      const matcher = await createMatchDetector(embedder, [{ pupil: 'woman', template: woman, ageYears }]);
      return bestScore(await matcher.observe(photo, { faces: found }, never));
    };
    expect(await matchAt(2)).toBeLessThan(await matchAt(10));
    expect(await matchAt(10)).toBeLessThan(await matchAt(30));
  });

  it('compares with all reference photos of a pupil', async () => {
    const more = joinTemplates([woman, await enrol(await crop('sample3.jpg', 980, 100, 400, 600))]);
    expect(more.vectors).toHaveLength(2);
    expect(bestScore(await matchAgainst(await show('sample1.jpg'), { woman: more }))).toBeGreaterThan(likely);
  });

  it('survives being sent to another process', async () => {
    const photo = await show('sample3.jpg');
    expect(await matchAgainst(photo, { woman: structuredClone(woman) })).toEqual(await matchAgainst(photo, { woman }));
  });

  it('says why a face is not compared', async () => {
    const small = await sharp(path.join(demo, 'sample6.jpg')).resize({ width: 190 }).png().toBuffer();
    const photo = await decodePhoto(small, 'png');
    const { faces: matches } = await matchAgainst(await detect(photo), { woman });
    expect(matches.length).toBeGreaterThan(0);
    for (const match of matches) expect(match).toEqual({ incomparable: 'too-small', candidates: [] });
  });

  it('does not take a face behind dark glasses for somebody else', async () => {
    const { photo, found } = await show('sample3.jpg');
    const own = found.find(({ box }) => box.x > 1000 && box.x < 1200)!;
    const covered = await detect(await behindDarkGlasses(photo, own));
    const { faces: matches } = await matchAgainst(covered, { woman });
    const index = covered.found.findIndex(({ box }) => intersectionOverUnion(box, own.box) > 0.5);
    expect(matches[index]).toMatchObject({ incomparable: 'too-hidden', candidates: [{ pupil: 'woman' }] });
    expect(matches.filter(({ incomparable }) => incomparable === null)).toHaveLength(2);
    // She is less like herself than two clear photos are, and lifted for that, never to where a photo is blocked.
    const [{ score, isLifted }] = matches[index]!.candidates as [MatchCandidate];
    expect(isLifted).toBe(true);
    expect(score).toBeLessThan(likely);
    const other = found.find(({ box }) => box.x < 700)!;
    const scores = await compareFaces(embedder, covered.photo, [covered.found[index]!], photo, [own, other]);
    expect(scores).toEqual([[expect.toSatisfy((value: number) => value > likely), null]]);
  });

  it('does not take a face behind a mask for somebody else, however long its vector', async () => {
    const { photo, found } = await show('sample6.jpg');
    const own = found.find(({ box }) => box.x > 1450 && box.x < 1520)!;
    const covered = await detect(await behindMask(photo, own));
    const index = covered.found.findIndex(({ box }) => intersectionOverUnion(box, own.box) > 0.5);
    const face = covered.found[index]!;
    expect((await embedder.embed(covered.photo, face.landmarks)).strength).toBeGreaterThan(3);
    const { faces: before } = await matchAgainst({ photo, found }, { woman });
    const { faces: after } = await matchAgainst(covered, { woman });
    expect(before[found.indexOf(own)]!.incomparable).toBeNull();
    expect(after[index]!.incomparable).toBe('too-hidden');
  });

  it('suggests a pupil whose reference photos are too old, and does not count them as compared', async () => {
    const { photo, found } = await show('sample1.jpg');
    const matcher = await createMatchDetector(embedder, [{ pupil: 'woman', template: woman, isAged: true }]);
    const { compared, faces: matches } = await matcher.observe(photo, { faces: found }, never);
    expect(compared).toEqual([]);
    expect(Math.max(...matches.flatMap(({ candidates }) => candidates.map(({ score }) => score)))).toBeGreaterThan(
      likely,
    );
  });

  it('names the scale of its scores by everybody it compared, aged reference photos too', async () => {
    const { photo, found } = await show('sample3.jpg');
    const scalesOf = async (pupils: number) => {
      const gallery = Array.from({ length: pupils }, (_, at) => ({ pupil: `p${at}`, template: woman, isAged: at < 2 }));
      const matcher = await createMatchDetector(embedder, gallery);
      const { compared, faces: matches } = await matcher.observe(photo, { faces: found }, never);
      expect(compared).toHaveLength(pupils - 2);
      return new Set(matches.filter(({ incomparable }) => incomparable === null).map(({ scale }) => scale));
    };
    expect(await scalesOf(11)).toEqual(new Set(['register']));
    expect(await scalesOf(10)).toEqual(new Set(['alone']));
  });

  it('refuses templates of other nets', async () => {
    const template = { ...woman, model: 'another@1' };
    await expect(createMatchDetector(embedder, [{ pupil: 'woman', template }])).rejects.toMatchObject({
      code: 'model-altered',
    });
    expect(() => joinTemplates([woman, template])).toThrow(RangeError);
  });

  it('stops when it is told to', async () => {
    const { photo, found } = await show('sample3.jpg');
    const matcher = await createMatchDetector(embedder, [{ pupil: 'woman', template: woman }]);
    await expect(matcher.observe(photo, { faces: found }, AbortSignal.abort(new Error('enough')))).rejects.toThrow(
      'enough',
    );
  });

  it('scores each face of one photo with each of another', async () => {
    const { photo: a, found: facesA } = await show('sample1.jpg');
    const { photo: b, found: facesB } = await show('sample3.jpg');
    const scores = await compareFaces(embedder, a, facesA, b, facesB);
    expect(scores).toHaveLength(facesA.length);
    const woman1 = facesA.findIndex(({ box }) => box.x > 1300);
    const woman3 = facesB.findIndex(({ box }) => box.x > 1000 && box.x < 1200);
    for (const [row, line] of scores.entries()) {
      expect(line).toHaveLength(facesB.length);
      for (const [column, score] of line.entries()) {
        if (row === woman1 && column === woman3) expect(score).toBeGreaterThan(likely);
        else expect(score).toBeLessThan(possible);
      }
    }
  });
});

describe('enrolling a reference photo', () => {
  it('takes a photo with one clearly dominant face', async () => {
    const enrolment = await enrolReference(embedder, faces, await crop('sample1.jpg', 1150, 50, 770, 1200));
    expect(enrolment).toMatchObject({ status: 'usable' });
  });

  it.each([
    ['several-faces', async () => (await show('sample3.jpg')).photo],
    ['no-face', () => crop('sample3.jpg', 0, 900, 400, 400)],
    ['turned-away', () => crop('sample2.jpg', 200, 0, 450, 600)],
  ] as const)('refuses with %s', async (why, photo) => {
    const enrolment = await enrolReference(embedder, faces, await photo());
    expect(enrolment).toMatchObject({ status: 'unusable', why });
    if (enrolment.status === 'unusable') expect(enrolment.detail).toMatch(/photo/i);
  });

  it('refuses a face of which too much is hidden', async () => {
    const portrait = await detect(await crop('sample3.jpg', 980, 100, 400, 600));
    const covered = await behindDarkGlasses(portrait.photo, portrait.found[0]!);
    expect(await enrolReference(embedder, faces, covered)).toMatchObject({ status: 'unusable', why: 'too-hidden' });
  });

  it('refuses a face too small or too blurred to compare', async () => {
    const portrait = sharp(path.join(demo, 'sample6.jpg')).extract({ left: 1440, top: 150, width: 320, height: 480 });
    const cut = await portrait.png().toBuffer();
    const small = await decodePhoto(await sharp(cut).resize({ width: 28 }).png().toBuffer(), 'png');
    expect(await enrolReference(embedder, faces, small)).toMatchObject({ status: 'unusable', why: 'too-small' });
    const blurred = await decodePhoto(await sharp(cut).blur(10).png().toBuffer(), 'png');
    expect(await enrolReference(embedder, faces, blurred)).toMatchObject({ status: 'unusable', why: 'too-blurred' });
  });
});
