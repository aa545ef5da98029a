import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AppError } from '../lib/app-error.ts';
import { deriveKey, type KeyRing } from './key-ring.ts';

/** Seals short things that live in the database: face templates, reasons, secrets. */
export interface Sealer {
  /** `context` says what and whose it is ('template/<pupil id>'): opening with another context fails. */
  readonly seal: (context: string, plain: Uint8Array) => Buffer;
  readonly sealText: (context: string, plain: string) => Buffer;
  /** Throws `file-damaged` when the bytes or the context are not the sealed ones, `file-sealed` when the key is gone. */
  readonly open: (context: string, sealed: Uint8Array) => Buffer;
  readonly openText: (context: string, sealed: Uint8Array) => string;
}

const version = 1;
const keyIdBytes = 8;
const saltBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + keyIdBytes + saltBytes + nonceBytes;

/** AES-256-GCM under a key of its own for each sealed value: version, key id, salt, nonce, ciphertext, tag. */
export function createSealer(keys: KeyRing): Sealer {
  const seal = (context: string, plain: Uint8Array): Buffer => {
    const [salt, nonce] = [randomBytes(saltBytes), randomBytes(nonceBytes)];
    const head = Buffer.concat([Buffer.of(version), Buffer.from(keys.current.id, 'hex'), salt, nonce]);
    const cipher = createCipheriv('aes-256-gcm', deriveKey(keys.current, salt, `field ${context}`), nonce);
    cipher.setAAD(head);
    return Buffer.concat([head, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  };
  const open = (context: string, sealed: Uint8Array): Buffer => {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    if (bytes.length < headBytes + tagBytes || bytes[0] !== version) throw new AppError('file-damaged');
    const head = bytes.subarray(0, headBytes);
    const key = keys.find(head.toString('hex', 1, 1 + keyIdBytes));
    const salt = head.subarray(1 + keyIdBytes, 1 + keyIdBytes + saltBytes);
    const nonce = head.subarray(headBytes - nonceBytes);
    const decipher = createDecipheriv('aes-256-gcm', deriveKey(key, salt, `field ${context}`), nonce);
    decipher.setAAD(head);
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(headBytes, -tagBytes)), decipher.final()]);
    } catch (error) {
      throw new AppError('file-damaged', { cause: error });
    }
  };
  return {
    seal,
    open,
    sealText: (context, plain) => seal(context, Buffer.from(plain, 'utf8')),
    openText: (context, sealed) => open(context, sealed).toString('utf8'),
  };
}
