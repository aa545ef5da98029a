import { existsSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asReceiveError } from '../../src/http/as-receive-error.ts';

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('what a body could not be read for', () => {
  it.skipIf(!existsSync('/dev/full'))('is a full disk where there is no room for a file', () => {
    const error = asReceiveError(
      thrownBy(() => {
        writeFileSync('/dev/full', 'photo');
      }),
    );
    expect([error.code, error.status]).toEqual(['disk-full', 507]);
  });

  it('is ours where the folder is missing, and the sender’s where nothing of the system failed', () => {
    expect(
      asReceiveError(
        thrownBy(() => {
          writeFileSync('/no/such/folder/file', 'photo');
        }),
      ).code,
    ).toBe('internal');
    expect(asReceiveError(new Error('Malformed part header')).code).toBe('invalid-input');
  });
});
