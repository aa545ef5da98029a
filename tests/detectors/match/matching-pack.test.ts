import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DecodedPhoto, Detector } from '../../../src/detectors/detector.ts';
import { createFaceDetector } from '../../../src/detectors/faces/create-face-detector.ts';
import { toUnit } from '../../../src/detectors/match/compare-vectors.ts';
import { createMatchDetector } from '../../../src/detectors/match/create-match-detector.ts';
import { enrolReference } from '../../../src/detectors/match/enrol-reference.ts';
import type { FaceTemplate } from '../../../src/detectors/match/face-template.ts';
import { openFaceEmbedder, type FaceEmbedder } from '../../../src/detectors/match/open-face-embedder.ts';
import { openMatchingInUse } from '../../../src/detectors/match/open-matching-in-use.ts';
import { openMatchingPack } from '../../../src/detectors/match/open-matching-pack.ts';
import { readPackMeasurement, type PackMeasurement } from '../../../src/detectors/match/pack-measurement.ts';
import { readEmbedderModel } from '../../../src/detectors/match/read-embedder-model.ts';
import { openNet } from '../../../src/inference/open-model.ts';
import {
  choiceFile,
  measurementFile,
  readPacksInUse,
  type PacksInUse,
} from '../../../src/inference/packs/pack-choice.ts';
import { AppError } from '../../../src/lib/app-error.ts';
import { decodePhoto } from '../../../src/pipeline/decode.ts';
import { evidenceSchemas } from '../../../src/policy/evidence-schemas.ts';
import { sayMatch } from '../../../src/policy/say-match.ts';
import { measuredMatching } from '../../../src/policy/words/measured-matching.ts';
import { matchingPackWith, measurementOf, tinySFace } from '../../support/tiny-matching-pack.ts';

const demo = path.join(import.meta.dirname, '../../../node_modules/@vladmandic/face-api/demo');
const never = new AbortController().signal;
const { errors, scales } = measuredMatching;
const bytes = tinySFace();
const pack = matchingPackWith(bytes);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'photoward-matching-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function useInFolder(weights?: PackMeasurement['weights']): Promise<PacksInUse> {
  writeFileSync(path.join(folder, pack.file), bytes);
  writeFileSync(measurementFile(folder, pack.id), JSON.stringify(await measurementOf(pack, weights)));
  writeFileSync(choiceFile(folder), JSON.stringify({ detection: null, matching: pack.id }));
  return readPacksInUse(folder);
}
const opened = async (packs: PacksInUse) => (await openMatchingInUse(packs, [pack]))!;
const portrait = async (): Promise<DecodedPhoto> => {
  const cut = sharp(path.join(demo, 'sample1.jpg')).extract({ left: 1150, top: 50, width: 770, height: 1200 });
  return decodePhoto(await cut.png().toBuffer(), 'png');
};
async function enrol(by: FaceEmbedder, faces: Detector<'faces'>): Promise<FaceTemplate> {
  const enrolment = await enrolReference(by, faces, await portrait());
  if (enrolment.status !== 'usable') throw new Error(enrolment.why);
  return enrolment.template;
}

describe('a matching pack', () => {
  it('is loaded with what was measured of it only where it is in use', async () => {
    expect(await openMatchingInUse(undefined, [pack])).toBeUndefined();
    expect(await openMatchingInUse(readPacksInUse(folder), [pack])).toBeUndefined();
    const packs = await useInFolder({ shipped: 0.5, pack: 0.25 });
    const inUse = await opened(packs);
    expect(inUse.pack.name).toBe(`sface-2021dec@${pack.sha256.slice(0, 12)}`);
    expect(inUse.likeness.nets.map(({ weight }) => weight)).toEqual([0.5, 1, 0.25]);
    expect(inUse.likeness.measured.errors[0]?.possible.missed.share).toBe(0.25);
    const other = await opened(await useInFolder({ shipped: 0.5, pack: 0.3 }));
    expect(other.likeness.name).not.toBe(inUse.likeness.name);
    rmSync(measurementFile(folder, pack.id));
    await expect(opened(readPacksInUse(folder))).rejects.toMatchObject({ code: 'measurement-missing' });
    // What was read at the start holds, whatever became of the file.
    expect((await opened(packs)).likeness.name).toBe(inUse.likeness.name);
    // The real pack of that name has another file, which is not there.
    await expect(openMatchingInUse(packs)).rejects.toMatchObject({ code: 'model-missing' });
  });

  it('is refused when the net is of another shape', async () => {
    const open = async (net: Uint8Array) => {
      const other = matchingPackWith(net);
      return openMatchingPack(other, await openNet(other, net));
    };
    await expect(open(tinySFace(256))).rejects.toMatchObject({ detail: 'sface-2021dec gives 256 numbers, not 128' });
    const { tinyYuNet } = await import('../../support/tiny-yunet.ts');
    await expect(open(tinyYuNet())).rejects.toMatchObject({ code: 'model-altered' });
  });

  it.each([
    ['another pack', { pack: 'auraface-v1' }, /of another pack/],
    ['another file', { sha256: 'b'.repeat(64) }, /of another pack/],
    ['other nets beside it', { beside: 'fr_feature@000000000000' }, /beside other nets/],
    ['no weight', { weights: { shipped: 1, pack: 0 } }, /^sface-2021dec: weights\.pack/],
    ['words that begin elsewhere', { words: { likely: 0.9, possible: 0.3 } }, /words\.likely/],
    ['no errors', { errors: [] }, /each group on each scale once/],
    ['a group twice', { errors: [...errors, errors[0]] }, /each group on each scale once/],
    [
      'strangers everywhere',
      { errors: errors.map((one) => ({ ...one, possible: { ...one.possible, strangers: { share: 0.5, from: 0.4, to: 0.6 } } })) }, // prettier-ignore
      /too many strangers/,
    ],
    [
      'likely below possible',
      { scales: { ...scales, alone: { possible: scales.alone.likely, likely: scales.alone.possible } } },
      /begins below possible/,
    ],
  ])('needs a measurement of itself: %s', async (_, other, why) => {
    const beside = await readEmbedderModel();
    const right = await measurementOf(pack);
    expect(readPackMeasurement(JSON.stringify(right), pack, beside)).toEqual(right);
    const refused = (text: string | null): AppError => {
      try {
        readPackMeasurement(text, pack, beside);
      } catch (error) {
        if (error instanceof AppError) return error;
      }
      throw new Error('it was taken');
    };
    expect(refused(null).code).toBe('measurement-missing');
    expect(refused('no JSON').code).toBe('measurement-refused');
    const error = refused(JSON.stringify({ ...right, ...other }));
    expect([error.code, error.detail]).toEqual(['measurement-refused', expect.stringMatching(why)]);
  });

  it('compares beside the shipped nets, with templates of its own, and tells what was measured of it', async () => {
    const inUse = await opened(await useInFolder());
    const [faces, shipped, embedder] = await Promise.all([
      createFaceDetector(),
      openFaceEmbedder(),
      openFaceEmbedder(inUse.pack, inUse.likeness),
    ]);
    expect(embedder.model).toBe(`${shipped.model}+${inUse.pack.name}`);
    const [before, template] = [await enrol(shipped, faces), await enrol(embedder, faces)];
    expect(template.vectors[0]).toMatchObject({ feature: before.vectors[0]!.feature });
    expect(template.vectors[0]!.added).toHaveLength(128);
    const gallery = (one: FaceTemplate) => [{ pupil: 'woman', template: one }];
    await expect(createMatchDetector(embedder, gallery(before))).rejects.toMatchObject({ code: 'model-altered' });
    await expect(createMatchDetector(shipped, gallery(template))).rejects.toMatchObject({ code: 'model-altered' });
    const photo = await decodePhoto(await readFile(path.join(demo, 'sample3.jpg')), 'jpeg');
    const found = await faces.observe(photo, {}, never);
    const matcher = await createMatchDetector(embedder, gallery(template));
    expect(matcher.version).toBe(`${embedder.model}/${inUse.likeness.name}`);
    const seen = await matcher.observe(photo, { faces: found }, never);
    const [own, ...others] = [...seen.faces].sort(
      (a, b) => (b.candidates[0]?.score ?? 0) - (a.candidates[0]?.score ?? 0),
    );
    expect(own?.candidates[0]?.score).toBeGreaterThan(0.5);
    expect(own?.errors?.map(({ scale }) => scale)).toEqual(['alone', 'alone', 'alone']);
    for (const other of others) expect([other.candidates[0]?.score ?? 0, other.errors]).toEqual([expect.any(Number), undefined]); // prettier-ignore
    expect(evidenceSchemas.match.safeParse(JSON.parse(JSON.stringify(seen))).success).toBe(true);
    const said = sayMatch(0.4, measuredMatching.words, { ageYears: null, scale: own?.scale, errors: own?.errors });
    expect(said.meaning).toContain('25 in 100');
  });

  it.each([2, 12])('tells apart in a register of %d whom only its net tells apart', async (size) => {
    const inUse = await opened(await useInFolder({ shipped: 0.5, pack: 1.5 }));
    const [faces, embedder] = [await createFaceDetector(), await openFaceEmbedder(inUse.pack, inUse.likeness)];
    const { model, vectors } = await enrol(embedder, faces);
    const own = vectors[0]!;
    const turned = (by: number): FaceTemplate => ({
      model,
      vectors: [{ ...own, added: toUnit(own.added!.map((value, at) => value + by * Math.cos(at * by))) }],
    });
    const gallery = Array.from({ length: size }, (_, at) => ({ pupil: `${at}`, template: turned(at * 0.3) }));
    const photo = await portrait();
    const found = (await faces.observe(photo, {}, never)).slice(0, 1);
    const seen = await (await createMatchDetector(embedder, gallery)).observe(photo, { faces: found }, never);
    const [first, second] = seen.faces[0]!.candidates;
    expect(seen.faces[0]!.scale).toBe(size > 10 ? 'register' : 'alone');
    expect(first!.pupil).toBe('0');
    expect(first!.score - second!.score).toBeGreaterThan(0.001);
    // With the shipped nets all of them are the same.
    const shipped = await openFaceEmbedder();
    const plain = gallery.map((one) => ({ ...one, template: { ...one.template, model: shipped.model } }));
    const same = await (await createMatchDetector(shipped, plain)).observe(photo, { faces: found }, never);
    expect(new Set(same.faces[0]!.candidates.map(({ score }) => score.toFixed(6))).size).toBe(1);
  });

  it('describes every face twice, and never lets a pupil vanish behind an answer that is no number', async () => {
    const inUse = await opened(await useInFolder());
    const faces = await createFaceDetector();
    let looks = 0;
    const counted = { ...inUse.pack.reader, describe: (planes: Float32Array) => (looks++, inUse.pack.reader.describe(planes)) }; // prettier-ignore
    const embedder = await openFaceEmbedder({ ...inUse.pack, reader: counted }, inUse.likeness);
    const template = await enrol(embedder, faces);
    const photo = await decodePhoto(await readFile(path.join(demo, 'sample6.jpg')), 'jpeg');
    const found = (await faces.observe(photo, {}, never)).filter(({ sizePx }) => sizePx > 60);
    looks = 0;
    const matcher = await createMatchDetector(embedder, [{ pupil: 'woman', template }]);
    const seen = await matcher.observe(photo, { faces: found }, never);
    const compared = seen.faces.filter(({ candidates }) => candidates.length > 0);
    expect(compared.length).toBeGreaterThan(1);
    expect(looks).toBe(2 * compared.length);

    const broken = { ...template, vectors: [{ ...template.vectors[0]!, added: new Float32Array(128).fill(NaN) }] };
    const gallery = ['a', 'b', 'c', 'd', 'e', 'f'].map((pupil) => ({
      pupil,
      template: pupil === 'f' ? broken : template,
    }));
    const among = await createMatchDetector(embedder, gallery);
    await expect(among.observe(photo, { faces: found }, never)).rejects.toMatchObject({ code: 'model-unsound' });
    for (const nothing of [NaN, 0]) {
      const describe = () => Promise.resolve(new Float32Array(128).fill(nothing));
      const unsound = await openFaceEmbedder({ ...inUse.pack, reader: { ...counted, describe } }, inUse.likeness);
      await expect(unsound.embed(photo, found[0]!.landmarks)).rejects.toMatchObject({ code: 'model-unsound' });
    }
  });
});
