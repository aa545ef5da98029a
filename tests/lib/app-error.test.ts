import { appendFileSync, existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AppError, toAppError } from '../../src/lib/app-error.ts';
import { loadSqlite } from '../../src/store/load-sqlite.ts';

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('a full disk', () => {
  it.skipIf(!existsSync('/dev/full'))('is told from other errors of the file system', () => {
    const full = thrownBy(() => {
      appendFileSync('/dev/full', 'x');
    });
    expect(toAppError(full)).toMatchObject({ code: 'disk-full', status: 507, cause: full });
    const missing = thrownBy(() => {
      appendFileSync('/dev/null/x', 'x');
    });
    expect(toAppError(missing).code).toBe('internal');
  });

  it('is told from other errors of the database', () => {
    const database = new (loadSqlite())(':memory:');
    database.exec('create table t (bytes blob) strict');
    database.pragma('max_page_count = 2');
    expect(toAppError(thrownBy(() => database.exec('insert into t values (zeroblob(100000))'))).code).toBe('disk-full');
    expect(toAppError(thrownBy(() => database.exec('insert into t values (1)'))).code).toBe('internal');
    database.close();
  });
});

it('leaves what is an AppError as it is', () => {
  const error = new AppError('not-found');
  expect(toAppError(error)).toBe(error);
});
