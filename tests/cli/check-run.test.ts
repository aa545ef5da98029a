import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import exifr from 'exifr';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPhoto, landscape, referenceCrop, withBadge } from '../support/make-photos.ts';
import { readLines, type PhotoLine } from '../support/photo-line.ts';
import { runCli, type CliOutcome } from '../support/run-cli.ts';

const registerCsv = `pupil id,first name,last name,class,restricted,biometric,website,newsletter
4711,Freya,Lindqvist,3B,no,granted,refused,permitted
4712,Owen,Jones,5A,no,not-asked,refused,permitted
4713,Maya,Khan,3B,yes,not-asked,permitted,permitted
4714,Ned,Blank,3B,no,granted,refused,permitted
4715,Ann,Other,5A,no,granted,permitted,permitted
`;

// One run over real photos with the real nets; the tests below read what it left.
describe('a run over real photos', () => {
  let root = '';
  let outcome: CliOutcome = { code: null, out: '', err: '' };
  let lines = new Map<string, PhotoLine>();
  const inRoot = (...parts: string[]): string => path.join(root, ...parts);
  const put = (name: string, bytes: Buffer | string): void => {
    mkdirSync(path.dirname(inRoot(name)), { recursive: true });
    writeFileSync(inRoot(name), bytes);
  };
  const line = (name: string): PhotoLine => lines.get(name)!;
  const named = ({ findings }: PhotoLine): string[] => findings.flatMap((finding) => finding.pupils ?? []);

  beforeAll(async () => {
    root = mkdtempSync(path.join(tmpdir(), 'photoward-run-'));
    put('school/register.csv', registerCsv);
    put('school/photos/4711/portrait.jpg', await referenceCrop());
    put('school/photos/4712/secret.jpg', await referenceCrop());
    put('school/photos/4714/empty wall.jpg', await landscape());
    put('school/photos/4715/not on the register.jpg', await referenceCrop());
    put('school/photos/9999/who.jpg', await referenceCrop());
    for (let number = 1; number <= 6; number += 1) put(`photos/sample${number}.jpg`, readFileSync(demoPhoto(number)));
    put('photos/badge.jpg', await withBadge(demoPhoto(2), 'Maya KHAN', { left: 40, top: 40 }));
    put('photos/field.jpg', await landscape());
    put('photos/field again.jpg', await landscape());
    put(
      'photos/gps field.jpg',
      await sharp(await landscape(3))
        .withExif(gpsExif)
        .jpeg()
        .toBuffer(),
    );
    outcome = await runCli([
      ...['check', inRoot('photos'), '--register', inRoot('school'), '--channel', 'website', '--json'],
      ...['--out', inRoot('out'), '--draw', inRoot('drawn')],
    ]);
    lines = readLines(outcome.out);
    // A quarter of a minute on an idle machine; other test files may keep both cores busy.
  }, 240_000);
  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  it('prints one line a photo, in order, and says that something is flagged', () => {
    expect(outcome.err.split('\n').filter((text) => !text.startsWith('Warning: '))).toEqual(['']);
    expect(outcome.code).toBe(1);
    expect([...lines.keys()]).toEqual([
      ...['badge.jpg', 'field again.jpg', 'field.jpg', 'gps field.jpg'],
      ...[1, 2, 3, 4, 5, 6].map((number) => `sample${number}.jpg`),
    ]);
    expect([...lines.values()].map(({ error }) => error)).toEqual([...lines.values()].map(() => null));
  });

  it('blocks the photos with the pupil, naming her, and names her nowhere else', () => {
    for (const name of ['sample1.jpg', 'sample3.jpg']) {
      expect(line(name).verdict).toBe('block');
      expect(named(line(name))).toContain('4711');
      expect(line(name).findings[0]).toMatchObject({ code: 'match/on-register', severity: 'block' });
    }
    const others = [...lines.values()].filter(({ file }) => !/sample[13]\.jpg$/.test(file));
    expect(others.flatMap(named)).not.toContain('4711');
  });

  it('points at the right face', () => {
    const { evidence, findings } = line('sample1.jpg');
    if (evidence.faces.status !== 'observed') throw new Error('faces were not observed');
    const found = evidence.faces.value;
    const rightmost = found.reduce((best, face, at) => (face.box.x > found[best]!.box.x ? at : best), 0);
    expect(findings[0]?.subject).toBe(`face ${rightmost + 1}`);
    expect(found[rightmost]?.candidates[0]).toMatchObject({ pupil: '4711' });
    expect(found[rightmost]?.box.x).toBeGreaterThan(1350);
  });

  it('opens only reference photos that it may, uses only those it needs, and says who is left to a person', () => {
    expect(outcome.err).toContain('Pupil 4712: no complete biometric permission');
    expect(outcome.err).toMatch(/Pupil 4714, reference photo 1: .*No face/);
    expect(outcome.err).toContain('Pupil 4714: no usable reference photo');
    expect(outcome.err).toContain('photos/9999: the register has no pupil with this id.');
    expect(outcome.err).not.toContain('4715');
    const { coverage } = line('sample2.jpg');
    expect(coverage).toMatchObject({ mayBeHere: 4, matched: 1, lineUp: ['4712', '4713', '4714'] });
    expect(coverage.line).toContain('1 of 4');
  });

  it('reads a name badge and knows whose it is', () => {
    const { evidence, findings, verdict } = line('badge.jpg');
    if (evidence.text.status !== 'observed') throw new Error('text was not observed');
    expect(evidence.text.value.map(({ text }) => text.toLowerCase()).join(' ')).toContain('khan');
    expect(named(line('badge.jpg'))).toContain('4713');
    expect(findings.find(({ pupils }) => pupils?.includes('4713'))?.subject).toMatch(/^text \d+$/);
    expect(verdict).not.toBe('clear');
  });

  it('says where a photo was taken, and the clean copy does not', async () => {
    const { evidence, findings, clean } = line('gps field.jpg');
    if (evidence.metadata.status !== 'observed') throw new Error('metadata was not observed');
    expect(evidence.metadata.value.gps?.latitude).toBeCloseTo(51.5, 1);
    expect(findings.map(({ reason }) => reason).join(' ')).toContain('GPS');
    const copy = readFileSync(clean!.file);
    const left = (await exifr.parse(copy, true)) as Record<string, unknown>;
    const ofTheFormat = [
      'JFIFVersion',
      'ResolutionUnit',
      'XResolution',
      'YResolution',
      'ThumbnailHeight',
      'ThumbnailWidth',
    ];
    expect(Object.keys(left).filter((tag) => !ofTheFormat.includes(tag))).toEqual([]);
    expect(copy.includes('Exif')).toBe(false);
    const sizes = await sharp(copy).metadata();
    expect([sizes.width, sizes.height]).toEqual([clean!.width, clean!.height]);
  });

  it('puts clean copies of clear photos in the folder, all others in held, under names that say nothing', () => {
    const clear = [...lines.values()].filter(({ verdict }) => verdict === 'clear');
    expect(clear.map(({ file }) => path.basename(file))).toEqual(['field again.jpg', 'field.jpg', 'gps field.jpg']);
    const released = readdirSync(inRoot('out'), { withFileTypes: true });
    expect(
      released
        .filter((entry) => entry.isFile())
        .map((entry) => inRoot('out', entry.name))
        .sort(),
    ).toEqual([...new Set(clear.map(({ clean }) => clean!.file))].sort());
    expect(released.filter((entry) => entry.isDirectory()).map(({ name }) => name)).toEqual(['held']);
    for (const { verdict, clean } of lines.values()) {
      expect(path.dirname(clean!.file)).toBe(verdict === 'clear' ? inRoot('out') : inRoot('out', 'held'));
      expect(path.basename(clean!.file)).toMatch(/^photo-[0-9a-f]{12}\.jpg$/);
      expect(existsSync(clean!.file)).toBe(true);
    }
  });

  it('notes that two photos are the same', () => {
    const notes = line('field.jpg').findings.filter(({ code }) => code.startsWith('duplicate/'));
    expect(notes).toMatchObject([{ code: 'duplicate/exact', severity: 'note' }]);
    expect(notes[0]?.reason).toContain('field again.jpg');
    expect(line('badge.jpg').findings.some(({ code }) => code.startsWith('duplicate/'))).toBe(false);
    expect(line('sample2.jpg').findings).toContainEqual(expect.objectContaining({ code: 'duplicate/near' }));
  });

  it('draws a marked picture of each photo', async () => {
    for (const { drawn } of lines.values()) {
      const { format, width } = await sharp(drawn!).metadata();
      expect(format).toBe('jpeg');
      expect(width).toBeGreaterThan(600);
    }
  });

  it('shows no vectors, templates or how likely nudity is', () => {
    expect(outcome.out).not.toMatch(/"(descriptor|vectors?|templates?|features?|strength)"/i);
    expect(outcome.out).not.toMatch(/"nudity":\{"status":"observed","/);
    const longest = Math.max(
      ...[...outcome.out.matchAll(/\[(?:-?[\d.e-]+,)+-?[\d.e-]+\]/g)].map(([list]) => list.length),
      0,
    );
    expect(longest).toBeLessThan(200);
  });
});

const gpsExif = {
  IFD0: { Make: 'Test', Model: 'Camera' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '0/1 7/1 0/1' },
};
