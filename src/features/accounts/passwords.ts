import { hash, verify } from '@node-rs/argon2';
import { AppError } from '../../lib/app-error.ts';
import type { PasswordCost } from './parts.ts';

/** argon2id with its parameters and salt inside, as RFC 9106's text form. */
export async function hashPassword(password: string, cost: PasswordCost): Promise<string> {
  return await hash(password.normalize('NFKC'), { memoryCost: cost.memoryKib, timeCost: cost.passes, parallelism: 1 });
}

/** Whether a password fits a hash. Without a hash the same work is done and the answer is no, so time tells nothing. */
export async function isPassword(password: string, kept: string | null, cost: PasswordCost): Promise<boolean> {
  if (kept === null) {
    await hashPassword(password, cost);
    return false;
  }
  return await verify(kept, password.normalize('NFKC'));
}

/** Throws `invalid-input` for a password that is easily guessed: about the person, or hardly any different characters. */
export function requireGoodPassword(
  password: string,
  person: { readonly email: string; readonly displayName: string },
): void {
  const lower = password.toLowerCase();
  const own = [person.email.split('@')[0]!, ...person.displayName.split(/\s+/)].map((word) => word.toLowerCase());
  const hasOwn = own.some((word) => word.length >= 4 && lower.includes(word));
  const isCommon = /password|qwerty|letmein|123456|photoward/.test(lower) && password.length < 20;
  if (hasOwn || isCommon || new Set(lower).size < 6) {
    const message = 'is too easy to guess. Three random words make a good password';
    throw new AppError('invalid-input', { fields: [{ path: 'password', message }] });
  }
}
