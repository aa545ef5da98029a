import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { options } from '../../src/config/options.ts';
import { AppError } from '../../src/lib/app-error.ts';

function problemsOf(env: Record<string, string>): string {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof AppError && error.code === 'config-invalid') return error.detail ?? '';
    throw error;
  }
  return 'no problem';
}

describe('settings', () => {
  it('has a default for everything, and takes no notice of other programs’ variables', () => {
    const config = loadConfig({ PATH: '/bin', HOME: '/' });
    expect(config).toEqual({
      engine: 'onnx',
      operatingPoint: 'careful',
      workers: availableParallelism(),
      photoTimeoutMs: 60_000,
      stageTimeoutMs: 30_000,
      startTimeoutMs: 60_000,
      recycleAfterPhotos: 500,
      recycleAboveBytes: 1500 * 1024 * 1024,
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('reads what is set', () => {
    const env = {
      ENGINE: 'face-api',
      PHOTOWARD_WORKERS: '3',
      PHOTOWARD_TIMEOUT_MS: '5000',
      PHOTOWARD_RECYCLE_MB: '400',
    };
    expect(loadConfig(env)).toMatchObject({
      engine: 'face-api',
      workers: 3,
      photoTimeoutMs: 5000,
      recycleAboveBytes: 400 * 1024 * 1024,
    });
  });

  it('names every problem at once, misspelt settings too', () => {
    const problems = problemsOf({
      ENGINE: 'magic',
      PHOTOWARD_WORKERS: '0',
      PHOTOWARD_TIMEOUT_MS: '1.5',
      PHOTOWARD_WORKER: '2',
    });
    expect(problems.split('; ')).toEqual([
      'PHOTOWARD_WORKER is not a setting of Photoward',
      'ENGINE must be onnx or face-api, not "magic"',
      expect.stringContaining('PHOTOWARD_WORKERS'),
      'PHOTOWARD_TIMEOUT_MS must be a whole number, not "1.5"',
    ]);
  });

  it.each(['', ' 2', '-1', '2e1', '65', 'two'])('refuses %j workers', (text) => {
    expect(problemsOf({ PHOTOWARD_WORKERS: text })).toMatch(/^PHOTOWARD_WORKERS must be .*, not "/);
  });

  it('is listed in the README, setting by setting', () => {
    const readme = readFileSync(path.join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
    const rows = [...readme.matchAll(/^\| `([A-Z_]+)` +\| (.+?) +\| (.+?) +\|$/gm)].map((row) => row.slice(1));
    const expected = Object.entries(options).map(([name, { default: fallback, unit, description }]) => [
      name,
      unit === '' || fallback === 'cores' ? `\`${fallback}\`` : `\`${fallback}\` ${unit}`,
      description,
    ]);
    expect(rows).toEqual(expected);
  });
});
