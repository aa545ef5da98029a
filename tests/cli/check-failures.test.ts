import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { animatedGif, blackPng, demoPhoto, landscape } from '../support/make-photos.ts';
import { readLines } from '../support/photo-line.ts';
import { childrenOf } from '../support/processes/children-of.ts';
import { runCli, startCli } from '../support/run-cli.ts';

// Seconds on an idle machine; other test files may keep both cores busy.
vi.setConfig({ testTimeout: 240_000 });

let root = '';
const inRoot = (...parts: string[]): string => path.join(root, ...parts);

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'photoward-fail-'));
  mkdirSync(inRoot('broken'));
  mkdirSync(inRoot('fields'));
  const field = await landscape();
  const photo = readFileSync(demoPhoto(2));
  const files: Record<string, Buffer> = {
    'cut.jpg': photo.subarray(0, photo.length >> 1),
    'empty.jpg': Buffer.alloc(0),
    'really a png.jpg': await sharp(field).png().toBuffer(),
    'one pixel.png': await sharp({ create: { width: 1, height: 1, channels: 3, background: 'red' } })
      .png()
      .toBuffer(),
    'vast.png': blackPng(30_000, 30_000),
    'moving.gif': await animatedGif(),
    'notes.txt': Buffer.from('Not a photo.'),
    'noise.jpg': Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251)),
    'good.jpg': field,
    '-n.jpg': field,
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(inRoot('broken', name), bytes);
  for (let at = 0; at < 4; at += 1) writeFileSync(inRoot('fields', `${at}.jpg`), await landscape(at * 20));
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

/** Waits until a running command has screening processes. */
async function untilChildren(pid: number): Promise<number[]> {
  for (let turn = 0; turn < 200; turn += 1) {
    const found = childrenOf(pid);
    if (found.length > 0) return found;
    await wait(25);
  }
  throw new Error('there are no screening processes');
}

describe('files that cannot be checked', () => {
  it('are each named with the reason, and the others are checked', async () => {
    const { code, out, err } = await runCli(['check', inRoot('broken'), '--json', '--out', inRoot('clean')]);
    const lines = readLines(out);
    expect(err).toBe('');
    expect(code).toBe(2);
    const codes = Object.fromEntries([...lines].map(([name, { error }]) => [name, error?.code ?? null]));
    expect(codes).toEqual({
      '-n.jpg': null,
      'cut.jpg': 'decode-failed',
      'empty.jpg': 'empty-file',
      'good.jpg': null,
      'moving.gif': null,
      'noise.jpg': 'not-an-image',
      'notes.txt': 'not-an-image',
      'one pixel.png': 'too-small',
      'really a png.jpg': null,
      'vast.png': 'too-many-pixels',
    });
    for (const { verdict, error, clean, evidence } of lines.values()) {
      expect(verdict === 'clear' && error !== null).toBe(false);
      expect(clean === null).toBe(error !== null);
      if (error !== null) expect(evidence.faces).toMatchObject({ status: 'failed', error: { code: error.code } });
    }
    expect(lines.get('moving.gif')).toMatchObject({ verdict: 'review' });
    expect(lines.get('moving.gif')?.findings[0]).toMatchObject({ code: 'file/animated', severity: 'review' });
    expect(lines.get('really a png.jpg')?.findings).toContainEqual(
      expect.objectContaining({ code: 'file/mislabelled' }),
    );
    expect(lines.get('good.jpg')?.verdict).toBe('clear');
  });

  it('are explained in the table for people, too', async () => {
    const { code, out } = await runCli([
      'check',
      '--workers',
      '1',
      '--',
      inRoot('broken', 'notes.txt'),
      inRoot('broken', '-n.jpg'),
    ]);
    expect(code).toBe(2);
    expect(out).toContain('? REVIEW');
    expect(out).toContain('This is not a photo Photoward can read.');
    expect(out).toContain('+ CLEAR');
    expect(out).toContain('2 photos: 1 clear, 1 to review, 0 blocked. 1 could not be checked in full.');
    expect(out).not.toContain('\u001b');
  });
});

describe('a screening process', () => {
  it('may be killed while it starts and in the middle: nothing is lost', async () => {
    const run = startCli(['check', inRoot('fields'), '--json', '--workers', '1', '--out', inRoot('killed')]);
    const [first] = await untilChildren(run.process.pid!);
    process.kill(first!, 'SIGKILL');
    let second: number | undefined;
    run.process.stdout!.once('data', () => {
      [second] = childrenOf(run.process.pid!);
      process.kill(second!, 'SIGKILL');
    });
    const { code, out } = await run.done;
    const lines = readLines(out);
    expect([first, second].filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
    expect(second).not.toBe(first);
    expect([...lines.keys()]).toEqual(['0.jpg', '1.jpg', '2.jpg', '3.jpg']);
    expect([...lines.values()].map(({ verdict, error }) => [verdict, error])).toEqual(
      [...lines.keys()].map(() => ['clear', null]),
    );
    expect(code).toBe(0);
  });

  it('that hangs is ended, its photo goes to review, and the run goes on', async () => {
    const args = ['check', inRoot('fields', '0.jpg'), inRoot('fields', '1.jpg'), '--json', '--workers', '1'];
    // Long enough for a photo on a machine with much else to do.
    const run = startCli(args, { PHOTOWARD_TIMEOUT_MS: '15000', PHOTOWARD_START_TIMEOUT_MS: '60000' });
    const [first] = await untilChildren(run.process.pid!);
    let frozen = false;
    run.process.stdout!.once('data', () => {
      // The first photo is done: the process is at the second now.
      process.kill(first!, 'SIGSTOP');
      frozen = true;
    });
    const { code, out } = await run.done;
    const lines = readLines(out);
    expect(frozen).toBe(true);
    expect(lines.get('0.jpg')).toMatchObject({ verdict: 'clear', error: null });
    expect(lines.get('1.jpg')).toMatchObject({ verdict: 'review', error: { code: 'timed-out' } });
    expect(code).toBe(2);
  });

  it('ends with Ctrl-C, and leaves nothing half-done', async () => {
    const run = startCli(['check', inRoot('fields'), '--json', '--out', inRoot('stopped')]);
    const children = await untilChildren(run.process.pid!);
    await new Promise((resolve) => run.process.stdout!.once('data', resolve));
    run.process.kill('SIGINT');
    const { code, err } = await run.done;
    expect(code).toBe(130);
    expect(err).toContain('Stopped.');
    expect(children.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
    expect(readdirSync(inRoot('stopped')).filter((name) => !/^(held|photo-[0-9a-f]{12}\.jpg)$/.test(name))).toEqual([]);
  });
});

describe('a command that cannot be carried out', () => {
  it.each([
    [['check'], 'name at least one photo or folder to check'],
    [['check', 'no-such-photo.jpg'], 'There is no such file. Check the name and the folder. (no-such-photo.jpg)'],
    [['check', 'LICENSE', '--colour'], "Unknown option '--colour'"],
    [['check', 'LICENSE', '--workers', 'many'], 'PHOTOWARD_WORKERS must be cores, or a whole number from 1 to 64'],
    [['check', 'LICENSE', '--register', 'nowhere'], path.join('nowhere', 'register.csv')],
    [['check', 'LICENSE', '--policy', 'package.json'], 'The policy file cannot be used.'],
    [['chekc'], 'there is no command "chekc"'],
    [[], 'say what to do'],
    [['faces', 'a.jpg'], 'name the two photos'],
    [['models', 'x'], 'models can list, add, remove or use, not "x"'],
    [['models', 'add', 'x'], 'name one of the packs yunet-2026may'],
  ])('%j says what to mend and exits with 2', async (args, words) => {
    const { code, out, err } = await runCli(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
    expect(err).not.toContain('    at ');
  });

  it('refuses settings that it does not know', async () => {
    const { code, err } = await runCli(['check', 'LICENSE'], { PHOTOWARD_WORKER: '1' });
    expect(code).toBe(2);
    expect(err).toContain('PHOTOWARD_WORKER is not a setting of Photoward');
  });
});

describe('the small commands', () => {
  it('print help and version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await runCli(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
    const help = await runCli(['check', '--help']);
    expect(help.code).toBe(0);
    expect(help.out).toContain('photoward check <files or folders...>');
  });

  it('list the models, all intact', async () => {
    const { code, out } = await runCli(['models', '--json']);
    const models = out
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text) as { id: string; state: string; licence: string; pack?: true });
    expect(code).toBe(0);
    expect(models.length).toBeGreaterThan(8);
    const shipped = models.filter(({ pack }) => pack !== true);
    expect(shipped.every(({ state, licence }) => state === 'intact' && licence !== '')).toBe(true);
    expect((await runCli(['models'])).out).toContain('MB  intact');
  });

  it('compare no faces of a file that cannot be read, and name it', async () => {
    const { code, err } = await runCli(['faces', demoPhoto(1), inRoot('broken', 'notes.txt')]);
    expect(code).toBe(2);
    expect(err).toContain(`(${inRoot('broken', 'notes.txt')})`);
  });

  it('compare the faces of two photos', async () => {
    const { code, out } = await runCli(['faces', demoPhoto(1), demoPhoto(3), '--json']);
    expect(code).toBe(0);
    const { facesA, facesB, pairs } = JSON.parse(out) as {
      facesA: { box: { x: number } }[];
      facesB: { box: { x: number } }[];
      pairs: { faceA: number; faceB: number; score: number }[];
    };
    expect(pairs).toHaveLength(facesA.length * facesB.length);
    const rightmost = facesA.reduce((best, face, at) => (face.box.x > facesA[best]!.box.x ? at : best), 0);
    const hers = pairs
      .filter(({ faceA }) => faceA === rightmost)
      .map(({ score }) => score)
      .sort((a, b) => b - a);
    expect(hers[0]).toBeGreaterThan(0.5);
    expect(hers[1]).toBeLessThan(0.3);
    const { out: said } = await runCli(['faces', demoPhoto(1), demoPhoto(3)]);
    expect(said.match(/^0\.\d\d {2}likely /gm)).toHaveLength(1);
    expect(said).toMatch(/^likely: .* in 1,000 comparisons with somebody else/m);
  });
});
