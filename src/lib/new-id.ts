import { monotonicFactory } from 'ulid';

const nextUlid = monotonicFactory();

/** A new ULID: 26 characters, sorts by the time it was made, safe in paths and addresses. */
export function newId(): string {
  return nextUlid();
}

/** Whether a text has the form of an id made by `newId`. */
export function isId(text: string): boolean {
  return /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(text);
}
