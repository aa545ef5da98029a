import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRelease } from '../../src/pipeline/open-release.ts';
import type { Finding, Verdict, VerdictName } from '../../src/policy/words/finding.ts';

const coverage = { mayBeHere: 0, matched: 0, lineUp: [], line: '' };
const verdictOf = (verdict: VerdictName, findings: Finding[] = []): Verdict => ({
  ...{ verdict, findings, coverage, policyVersion: '1' },
});
const hidden: Finding = { code: 'a/b', severity: 'block', subject: 'photo', reason: 'x', audience: 'dsl' };

describe('the release folder', () => {
  let folder = '';
  beforeAll(() => {
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'photoward-release-')), 'out');
  });
  afterAll(() => {
    rmSync(path.dirname(folder), { recursive: true });
  });

  async function place(verdict: Verdict, wasMade = true): Promise<string | null> {
    const release = await openRelease(folder);
    try {
      if (wasMade) writeFileSync(release.spoolPath(0), 'copy');
      return await release.place({ index: 0, name: 'photo-1.jpg', wasMade }, verdict);
    } finally {
      await release.close();
    }
  }
  const all = (): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name !== 'held');

  it('holds clear photos only; a changed verdict moves the copy', async () => {
    expect(await place(verdictOf('clear'))).toBe(path.join(folder, 'photo-1.jpg'));
    expect(all()).toEqual(['photo-1.jpg']);
    for (const verdict of ['review', 'block'] as const) {
      expect(await place(verdictOf(verdict))).toBe(path.join(folder, 'held', 'photo-1.jpg'));
      expect(all()).toEqual([path.join('held', 'photo-1.jpg')]);
    }
    await place(verdictOf('clear'));
    expect(all()).toEqual(['photo-1.jpg']);
  });

  it('keeps nothing for the safeguarding lead’s eyes, and nothing old of a photo that now fails', async () => {
    await place(verdictOf('clear'));
    expect(await place(verdictOf('block', [hidden]))).toBeNull();
    expect(all()).toEqual([]);
    await place(verdictOf('clear'));
    expect(await place(verdictOf('review'), false)).toBeNull();
    expect(all()).toEqual([]);
  });

  it('says when it cannot be written', async () => {
    const file = path.join(path.dirname(folder), 'file');
    writeFileSync(file, '');
    await expect(openRelease(file)).rejects.toMatchObject({ code: 'clean-failed' });
    expect(existsSync(file)).toBe(true);
  });
});
