import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { createFaceDetector } from '../../../src/detectors/faces/create-face-detector.ts';
import { createMatchDetector } from '../../../src/detectors/match/create-match-detector.ts';
import { enrolReference } from '../../../src/detectors/match/enrol-reference.ts';
import type { FaceTemplate } from '../../../src/detectors/match/face-template.ts';
import { openFaceEmbedder, type FaceEmbedder } from '../../../src/detectors/match/open-face-embedder.ts';
import { openMatchingInUse } from '../../../src/detectors/match/open-matching-in-use.ts';
import { openMatchingPack } from '../../../src/detectors/match/open-matching-pack.ts';
import { measurementFile, readPackMeasurement } from '../../../src/detectors/match/pack-measurement.ts';
import { readEmbedderModel } from '../../../src/detectors/match/read-embedder-model.ts';
import { openNet } from '../../../src/inference/open-model.ts';
import { choiceFile } from '../../../src/inference/packs/pack-choice.ts';
import type { AppError } from '../../../src/lib/app-error.ts';
import { decodePhoto } from '../../../src/pipeline/decode.ts';
import { evidenceSchemas } from '../../../src/policy/evidence-schemas.ts';
import { sayMatch } from '../../../src/policy/say-match.ts';
import { measuredMatching } from '../../../src/policy/words/measured-matching.ts';
import { matchingPackWith, measurementOf, tinySFace } from '../../support/tiny-matching-pack.ts';

const demo = path.join(import.meta.dirname, '../../../node_modules/@vladmandic/face-api/demo');
const never = new AbortController().signal;
const bytes = tinySFace();
const pack = matchingPackWith(bytes);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'photoward-matching-'));
});

async function useInFolder(): Promise<void> {
  writeFileSync(path.join(folder, pack.file), bytes);
  writeFileSync(measurementFile(folder, pack), JSON.stringify(await measurementOf(pack)));
  writeFileSync(choiceFile(folder), JSON.stringify({ detection: null, matching: pack.id }));
}

describe('a matching pack', () => {
  it('is loaded with what was measured of it only where it is in use', async () => {
    expect(await openMatchingInUse(undefined, [pack])).toBeUndefined();
    expect(await openMatchingInUse(folder, [pack])).toBeUndefined();
    await useInFolder();
    const inUse = await openMatchingInUse(folder, [pack]);
    expect(inUse?.pack.name).toBe(`sface-2021dec@${pack.sha256.slice(0, 12)}`);
    expect(inUse?.likeness.nets.map(({ weight }) => weight)).toEqual([0.5, 1, 0.05]);
    expect(inUse?.likeness.measured.errors[0]?.possible.missed.share).toBe(0.25);
    rmSync(measurementFile(folder, pack));
    await expect(openMatchingInUse(folder, [pack])).rejects.toMatchObject({ code: 'measurement-missing' });
    // The real pack of that name has another file, which is not there.
    await expect(openMatchingInUse(folder)).rejects.toMatchObject({ code: 'model-missing' });
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
    ['another pack', { pack: 'auraface-v1' }, /not of sface-2021dec/],
    ['another file', { sha256: 'b'.repeat(64) }, /not of sface-2021dec/],
    ['other nets beside it', { beside: 'fr_feature@000000000000' }, /beside other nets/],
    ['no weight', { weight: 0 }, /not a measurement/],
    ['words that begin elsewhere', { words: { likely: 0.9, possible: 0.3 } }, /not a measurement/],
    [
      'likely below possible',
      { scales: { ...measuredMatching.scales, alone: { possible: measuredMatching.scales.alone.likely, likely: measuredMatching.scales.alone.possible } } }, // prettier-ignore
      /not a measurement/,
    ],
  ])('needs a measurement of itself: %s', async (_, other, why) => {
    const file = path.join(folder, 'measured.json');
    const beside = await readEmbedderModel();
    await expect(readPackMeasurement(file, pack, beside)).rejects.toMatchObject({ code: 'measurement-missing' });
    writeFileSync(file, JSON.stringify(await measurementOf(pack)));
    expect(await readPackMeasurement(file, pack, beside)).toEqual(await measurementOf(pack));
    writeFileSync(file, JSON.stringify({ ...(await measurementOf(pack)), ...other }));
    await expect(readPackMeasurement(file, pack, beside)).rejects.toSatisfy(
      (error: AppError) => error.code === 'measurement-refused' && why.test(error.detail ?? ''),
    );
    writeFileSync(file, 'no JSON');
    await expect(readPackMeasurement(file, pack, beside)).rejects.toMatchObject({ code: 'measurement-refused' });
  });

  it('compares beside the shipped nets, with templates of its own, and tells what was measured of it', async () => {
    await useInFolder();
    const inUse = (await openMatchingInUse(folder, [pack]))!;
    const [faces, shipped, embedder] = await Promise.all([
      createFaceDetector(),
      openFaceEmbedder(),
      openFaceEmbedder(inUse.pack, inUse.likeness),
    ]);
    expect(embedder.model).toBe(`${shipped.model}+${inUse.pack.name}`);
    const portrait = await sharp(path.join(demo, 'sample1.jpg'))
      .extract({ left: 1150, top: 50, width: 770, height: 1200 })
      .png()
      .toBuffer();
    const enrol = async (by: FaceEmbedder): Promise<FaceTemplate> => {
      const enrolment = await enrolReference(by, faces, await decodePhoto(portrait, 'png'));
      if (enrolment.status !== 'usable') throw new Error(enrolment.why);
      return enrolment.template;
    };
    const [before, template] = [await enrol(shipped), await enrol(embedder)];
    expect(template.vectors[0]).toMatchObject({ feature: before.vectors[0]!.feature });
    expect(template.vectors[0]!.added).toHaveLength(128);
    const gallery = (one: FaceTemplate) => [{ pupil: 'woman', template: one }];
    await expect(createMatchDetector(embedder, gallery(before))).rejects.toMatchObject({ code: 'model-altered' });
    await expect(createMatchDetector(shipped, gallery(template))).rejects.toMatchObject({ code: 'model-altered' });
    const photo = await decodePhoto(await readFile(path.join(demo, 'sample3.jpg')), 'jpeg');
    const found = await faces.observe(photo, {}, never);
    const matcher = await createMatchDetector(embedder, gallery(template));
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
});
