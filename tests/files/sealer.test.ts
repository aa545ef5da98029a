import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyRingOf, loadKeyRing } from '../../src/files/key-ring.ts';
import { createSealer } from '../../src/files/sealer.ts';
import { freshFolder, testKeys } from '../support/service/fresh-vault.ts';

describe('the sealer', () => {
  const sealer = createSealer(testKeys);

  it('opens only under the context it was sealed with', () => {
    const sealed = sealer.sealText('restriction/1', 'a court order');
    expect(sealer.openText('restriction/1', sealed)).toBe('a court order');
    expect(() => sealer.openText('restriction/2', sealed)).toThrow(expect.objectContaining({ code: 'file-damaged' }));
    expect(sealed.includes('court')).toBe(false);
  });

  it('seals the same text differently each time', () => {
    expect(sealer.sealText('a', 'x').equals(sealer.sealText('a', 'x'))).toBe(false);
  });

  it('notices every changed byte', () => {
    const sealed = sealer.seal('a', randomBytes(40));
    for (let at = 0; at < sealed.length; at += 1) {
      const copy = Buffer.from(sealed);
      copy[at]! ^= 0x80;
      expect(() => sealer.open('a', copy), `byte ${at}`).toThrow(/damaged|another key/);
    }
    expect(() => sealer.open('a', sealed.subarray(0, 20))).toThrow('damaged');
  });
});

describe('the key ring', () => {
  it('makes a key file once, for its owner alone, and reads it again', () => {
    const keyFile = path.join(freshFolder(), 'data', 'photoward.key');
    const made = loadKeyRing({ keyText: undefined, keyFile, mayMake: true });
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    const again = loadKeyRing({ keyText: undefined, keyFile, mayMake: false });
    expect(again.current.id).toBe(made.current.id);
    expect(readFileSync(keyFile, 'utf8')).not.toContain(made.current.id);
  });

  it('refuses to make a new key beside data sealed with a lost one', () => {
    const keyFile = path.join(freshFolder(), 'photoward.key');
    const load = () => loadKeyRing({ keyText: undefined, keyFile, mayMake: false });
    expect(load).toThrow(expect.objectContaining({ code: 'key-missing' }));
    expect(existsSync(keyFile)).toBe(false);
  });

  it.each(['', 'short', 'x'.repeat(44), '!'.repeat(44)])('refuses the key %j without repeating it', (text) => {
    const attempt = () => loadKeyRing({ keyText: text, keyFile: '/nowhere', mayMake: false });
    expect(attempt).toThrow(/encryption key/);
  });

  it('takes base64 and hex for the same key', () => {
    const bytes = randomBytes(32);
    const ids = [bytes.toString('base64'), bytes.toString('hex')].map((text) => keyRingOf([text]).current.id);
    expect(ids[0]).toBe(ids[1]);
  });
});
